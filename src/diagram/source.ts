import { spelledOut } from './flowchart-line.js'

/** The kinds that can be drawn. */
export type DiagramKind = 'flowchart' | 'state' | 'sequence' | 'class' | 'er'

/** A diagram's source, taken apart. */
export interface DiagramSource {
  /** The word that it begins with: "pie". */
  readonly name: string
  /** Absent where it cannot be drawn. */
  readonly kind?: DiagramKind
  /** What draws: no comments, links, settings or accessible names; the header as the renderer takes it. */
  readonly lines: readonly string[]
  /** Shown above or below it. */
  readonly title?: string
  /** For those who cannot see it, as its author wrote it. */
  readonly description?: string
}

const KINDS: readonly (readonly [RegExp, DiagramKind, string])[] = [
  [/^(?:graph|flowchart(?:-elk)?)(?:\s+(TD|TB|LR|BT|RL))?$/i, 'flowchart', 'flowchart'],
  [/^stateDiagram(?:-v2)?$/i, 'state', 'stateDiagram-v2'],
  [/^sequenceDiagram$/i, 'sequence', 'sequenceDiagram'],
  [/^classDiagram(?:-v2)?$/i, 'class', 'classDiagram'],
  [/^erDiagram$/i, 'er', 'erDiagram'],
]

// A slide and a page have no links, and the look its own widths.
const WITHOUT_DRAWING =
  /^(?:click|link|links|callback|href|linkStyle|activate|deactivate)\b(?!\s*[-=.<:&[({>])/

/** Reads the source of a Mermaid diagram. */
export function readDiagram(written: string): DiagramSource {
  const front = /^---[ \t]*\n([^]*?)\n[ \t]*---[ \t]*(?:\n|$)/.exec(written.trimStart())
  const body = (front ? written.trimStart().slice(front[0].length) : written).replace(/%%\{[^]*?\}%%/g, '')
  const names = new Map<string, string>()
  const title =
    /^title:\s*(.+)$/m.exec(front?.[1] ?? '')?.[1] ?? /^[ \t]*%%\|[ \t]*fig-cap:\s*(.+)$/m.exec(body)?.[1]
  if (title) names.set('title', title.trim().replace(/^(["'])(.*)\1$/, '$2'))
  const plain = body
    .replace(/^[ \t]*accDescr[ \t]*\{([^}]*)\}/m, (_, text: string) => {
      names.set('accDescr', text.trim().replace(/\s+/g, ' '))
      return ''
    })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('%%'))
  const [first = '', ...rest] = plain
  // "graph TD; A-->B" is a header and a line.
  const [header = '', ...beside] = first.split(';').map((part) => part.trim())
  const [, kind, keyword] = KINDS.find(([pattern]) => pattern.test(header)) ?? []
  const statements = [...beside.filter(Boolean), ...rest]
    .filter((line) => !tookName(line, names))
    .filter((line) => !WITHOUT_DRAWING.test(line))
    .map((line) => line.replace(/;+$/, ''))
    .map((line) => (kind === 'flowchart' ? spelledOut(line) : line))
  const direction = KINDS[0]?.[0].exec(header)?.[1]?.toUpperCase() ?? 'TD'
  const said = [names.get('accTitle'), names.get('accDescr')].filter(Boolean).join('. ')
  const shown = names.get('title')
  return {
    name: /^[\w-]*/.exec(header)?.[0] ?? '',
    ...(kind ? { kind } : {}),
    lines: [kind === 'flowchart' ? `${keyword} ${direction}` : (keyword ?? header), ...statements],
    ...(shown ? { title: shown } : {}),
    ...(said ? { description: said } : {}),
  }
}

/** Takes a line that names the diagram. */
function tookName(line: string, names: Map<string, string>): boolean {
  const [, key, text] = /^(accTitle|accDescr|title)\s*:?\s+(\S.*)$/.exec(line) ?? []
  if (!key || !text || (key === 'title' && /^[-=.<&[({>]/.test(text))) return false
  names.set(key, text)
  return true
}

/** Arrows and relations, as far as lines tell: `A & B --> C` counts as many as it draws. */
export function arrowsOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => {
    const [first = '', ...others] = line.split(/(?:<?[-=.]{2,}[->.=xo)]*|<?\.\.>?|-[)x>]+)/)
    const count = (part: string) => part.split('&').length
    let before = count(first)
    let arrows = 0
    for (const part of others) {
      arrows += before * count(part)
      before = count(part)
    }
    return sum + arrows
  }, 0)
}

/** Lines that draw an arrow at least, labels apart. */
export function linesWithArrows(lines: readonly string[]): number {
  return lines.slice(1).filter((line) => {
    const bare = line.replace(/"[^"]*"|\[[^\]]*\]|\([^()]*\)|\{[^}]*\}|:.*$/g, '')
    return /--|==|-\.|~~|<-|->|-[)x]/.test(bare)
  }).length
}

/** Words that an author wrote to be read: in brackets, quotation marks and bars, and behind a colon. */
export function labelWords(kind: DiagramKind, lines: readonly string[]): readonly string[] {
  const labels = lines.slice(1).flatMap((line) => {
    // Colours and classes are no words.
    if (/^(?:classDef|class|style|direction)\s/.test(line) && kind !== 'class') return []
    const behind = kind === 'flowchart' ? undefined : /:\s*([^:].*)$/.exec(line.replaceAll(':::', ''))?.[1]
    const named = /\sas\s+(.+)$/.exec(line)?.[1]
    const quoted = [...line.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '')
    const bracketed =
      kind === 'flowchart'
        ? [...line.matchAll(/[[({|]([^[\](){}|"]*)[\])}|]/g)].map((match) => match[1] ?? '')
        : []
    return [
      ...quoted,
      ...bracketed,
      ...(kind === 'sequence' && named ? [named] : []),
      ...(behind ? [behind] : []),
    ]
  })
  return labels.flatMap((label) => wordsOf(label.replace(/<[^>]*>|&\w+;|\\n/g, ' ')))
}

/** Words of two letters or more. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? []
}
