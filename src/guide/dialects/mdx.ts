import { finding, type Finding } from '../../finding/index.js'
import { lineKinds } from './code-lines.js'
import { componentAt, type Component } from './components.js'
import { STRUCTURE } from './tags.js'
import { lineWriter, type Lines } from './lines.js'
import { lineEnds, mapProse } from './prose.js'
import { labelled, toneOf } from './tones.js'

const IMPORT = /^import\s+(?:[\w*{][^'"]*\sfrom\s+)?(["'])[^'"]+\1;?\s*$/
const EXPORT = /^export\s+(?:const|let|default|function|async|\{)/
const OPEN_IMPORT = /^import\s+(?:\w+\s*,\s*)?\{[^}]*$/

/** Whether a text is MDX: it imports or exports outside of code. */
export function isMdx(text: readonly string[]): boolean {
  if (!text.some((line) => IMPORT.test(line) || EXPORT.test(line))) return false
  const kinds = lineKinds(text)
  return text.some((line, index) => kinds[index] === 'prose' && (IMPORT.test(line) || EXPORT.test(line)))
}

type Family = 'MDX component' | 'MDX expression'

/**
 * Takes out of MDX what is program: imports, exports, comments, expressions and the tags of components. The words
 * between tags stay, as do titles and labels; boxes become directives. The rest is told once a kind.
 */
export function withoutMdx(lines: Lines, file: string): { lines: Lines; findings: readonly Finding[] } {
  const told = new Map<Family, { count: number; example: string; line: number }>()
  const tell = (family: Family, example: string, line: number) => {
    const known = told.get(family)
    if (known) known.count++
    else told.set(family, { count: 1, example: short(example), line })
  }
  const prose = withBoxes(withoutModules(lines))
  const changed = mapProse(prose, (run, line) => withoutProgram(run, line, tell), false)
  const findings = [...told].map(([family, { count, example, line }]) =>
    finding('template-tag', { family, count, example }, { file, line, column: 1 }),
  )
  return { lines: changed, findings }
}

/** Without imports, exports and comments of several lines. */
function withoutModules({ text, at }: Lines): Lines {
  const kinds = lineKinds(text, false)
  let depth = 0
  let isComment = false
  return {
    at,
    text: text.map((line, index) => {
      if (isComment) {
        const end = line.indexOf('*/}')
        isComment = end < 0
        return isComment ? '' : line.slice(end + 3)
      }
      if (kinds[index] !== 'prose' && depth === 0) return line
      if (depth > 0 || IMPORT.test(line) || EXPORT.test(line) || OPEN_IMPORT.test(line)) {
        depth = Math.max(0, depth + bracketsOpened(line))
        return ''
      }
      const start = line.lastIndexOf('{/*')
      isComment = start >= 0 && !line.includes('*/}', start)
      return isComment ? line.slice(0, start) : line
    }),
  }
}

function bracketsOpened(line: string): number {
  let depth = 0
  for (const character of line) {
    if ('{(['.includes(character)) depth++
    else if ('})]'.includes(character)) depth--
  }
  return depth
}

/** `<Admonition type="tip" title="…">`, `<Note>` and their like, alone on their lines, as directives. */
function withBoxes({ text, at }: Lines): Lines {
  const kinds = lineKinds(text, false)
  const { put, lines } = lineWriter()
  const open: string[] = []
  text.forEach((line, index) => {
    const from = at[index] as number
    const trimmed = line.trim()
    const component =
      kinds[index] === 'prose' && trimmed.startsWith('<') ? componentAt(trimmed, 0) : undefined
    const isAlone = component?.to === trimmed.length && !component.isEmpty
    const tone = component && isAlone ? boxTone(component) : undefined
    if (!component || !tone) put(line, from)
    else if (!component.isClosing) {
      open.push(component.name)
      put(`:::${tone}${labelled(component.attributes.get('title') ?? '')}`, from)
    } else if (open.at(-1) === component.name) {
      open.pop()
      put(':::', from)
    } else put(line, from)
  })
  // A box without its end has none: the parser would tell of a fence that nobody wrote.
  return open.length === 0 ? lines() : { text, at }
}

function boxTone({ name, attributes }: Component): string | undefined {
  const kind = attributes.get('type') ?? attributes.get('variant') ?? attributes.get('kind') ?? ''
  if (/^(?:Admonition|Callout|Aside|Alert|Message)$/.test(name)) return toneOf(kind) ?? 'note'
  return toneOf(name)
}

function withoutProgram(
  run: string,
  line: number,
  tell: (family: Family, example: string, line: number) => void,
): string {
  if (!/[{<]/.test(run) || /^\s*:::/.test(run)) return run
  const result: string[] = []
  const special = /\\[{<]|\{|<(?=\/?[A-Z>]|\/>)/g
  let copied = 0
  /** No brace is closed behind an expression that runs to the end. */
  let isUnclosed = false
  for (let match = special.exec(run); match; match = special.exec(run)) {
    const from = match.index
    const isBrace = match[0] === '{'
    if (match[0].startsWith('\\') || (isBrace && (isUnclosed || isAttributes(run, from)))) continue
    const component = isBrace ? undefined : componentAt(run, from)
    const to = isBrace ? expressionEnd(run, from) : component?.to
    if (to === undefined) {
      isUnclosed ||= isBrace
      continue
    }
    const written = run.slice(from, to)
    const value = isBrace
      ? expressionText(written.slice(1, -1).trim())
      : component && componentText(component)
    if (value === undefined) {
      if (isBrace || !component?.isClosing)
        tell(
          isBrace ? 'MDX expression' : 'MDX component',
          written,
          line + lineEnds(run.slice(0, from)).length,
        )
    }
    result.push(run.slice(copied, from), value ?? '', lineEnds(written))
    copied = special.lastIndex = to
  }
  result.push(run.slice(copied))
  return result.join('')
}

/** `{#id}` and `{.class}`, and whatever stands right behind a link or a picture. */
function isAttributes(run: string, from: number): boolean {
  return /^\{\s*(?:[.:]|#[\w-]+[\s}])/.test(run.slice(from, from + 80)) || run[from - 1] === ')'
}

function expressionEnd(run: string, from: number): number | undefined {
  let depth = 0
  for (let index = from; index < run.length; index++) {
    if (run[index] === '{') depth++
    else if (run[index] === '}' && --depth === 0) return index + 1
  }
  return undefined
}

/** What an expression prints, where that is plain to see. */
function expressionText(inner: string): string | undefined {
  if (inner === '' || /^\/\*[^]*\*\/$/.test(inner)) return ''
  const literal = /^(?:"([^"]*)"|'([^']*)'|(\d[\d.]*))$/.exec(inner)
  return literal ? (literal[1] ?? literal[2] ?? literal[3] ?? '').replace(/\s+/g, ' ') : undefined
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i

/** The words that a component's tag holds, or the picture that it shows. */
function componentText({ name, attributes, isClosing }: Component): string | undefined {
  if (name === '' || isClosing) return ''
  const src = attributes.get('src') ?? attributes.get('image') ?? ''
  if (PICTURE.test(src)) return `![${(attributes.get('alt') ?? '').replace(/[[\]]/g, '')}](<${src}>)`
  const words = ['label', 'title', 'summary', 'caption', 'header', 'text', 'description']
    .flatMap((key) => attributes.get(key)?.trim() || [])
    .join(' ')
    .replace(/[*_\\]/g, '\\$&')
  if (words) return `**${words}** `
  return STRUCTURE.has(name.toLowerCase().replace(/group$/, '')) ? '' : undefined
}

function short(text: string): string {
  const folded = text.replace(/\s+/g, ' ')
  return folded.length > 50 ? `${folded.slice(0, 50)}…` : folded
}
