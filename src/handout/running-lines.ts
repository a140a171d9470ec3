import type { Guide } from '../guide/index.js'
import type { Words } from '../words/index.js'
import { counterStyle } from '../look/index.js'
import { cssString } from './escape.js'

/** Words in the margins of the pages, plain text. */
export interface RunningLines {
  /** Over the margin column; '' for none. */
  readonly head: string
  /** Over the text column, by page name. */
  readonly headOf: ReadonlyMap<string, string>
  /** At the end, on a band of ink that tells an edition from afar; '' for neither. */
  readonly headEnd: string
  /** Over the text column, where `headOf` names none. */
  readonly headElse?: string
  /** There is no title page: the first page has the head, too. */
  readonly isFirstAlike?: boolean
}

interface Box {
  readonly side: 'start' | 'centre' | 'end'
  readonly content: string
  readonly declarations: string
}

// mm: what a running line's box needs to stand on the page's grid.
const COLUMN_START = 56
const TEXT_COLUMN = 118
const OVERLAP = 0.3
/** mm at the sides of the page, so that both papers have one measure. */
export const SIDES = { A4: 18, Letter: 20.95 } as const
const SMALL = '9pt/4.5mm'
const SANS =
  "'IBM Plex Sans', 'IBM Plex Sans Arabic', 'Noto Sans Hebrew', 'Script Sans', 'Noto Sans', Arial, 'Noto Emoji', sans-serif"

/**
 * `@page` rules: size, margins, running head and footer in margin boxes, which are physical and so mirrored here for
 * scripts that run from right to left. Each name in `headOf` is the name of a page (`page: name`).
 */
export function pageRules(guide: Guide, words: Words, hash: string, lines: RunningLines): string {
  const { paper } = guide.frontMatter
  const isRtl = guide.dir === 'rtl'
  const isBand = lines.headEnd !== ''
  const headOf = (text: string): string => box(isRtl, 'top', headBox(text, isBand))
  return [
    `@page {`,
    `  size: ${paper};`,
    `  margin: 30mm ${SIDES[paper]}mm 26mm;`,
    ...(isBand ? corners() : []),
    `  ${box(isRtl, 'top', startBox(lines.head, isBand))}`,
    `  ${headOf(lines.headElse ?? '')}`,
    ...(isBand ? [`  ${box(isRtl, 'top', endBox(lines.headEnd))}`] : []),
    ...footer(guide, words, hash).map((one) => `  ${box(isRtl, 'bottom', one)}`),
    `}`,
    ...(isBand || lines.isFirstAlike ? [] : firstPage()),
    ...[...lines.headOf].map(([name, text]) => `@page ${name} { ${headOf(text)} }`),
  ].join('\n')
}

function firstPage(): readonly string[] {
  const none = ['left', 'center', 'right'].map((side) => `@top-${side} { content: none }`)
  return [`@page :first { margin-top: 18mm; ${none.join(' ')} }`]
}

function startBox(text: string, isBand: boolean): Box {
  const place = isBand ? band : `vertical-align: top; padding-top: 15mm; color: #161616;`
  return {
    side: 'start',
    content: cssString(text),
    declarations: `width: ${COLUMN_START}mm; font: 600 ${SMALL} ${SANS}; ${place}`,
  }
}

function headBox(text: string, isBand: boolean): Box {
  const weight = isBand ? 600 : 400
  const place = isBand ? band : `vertical-align: top; padding-top: 15mm; color: #5F5F5F;`
  // A little wider than its place: rounding would leave a hair of white between two boxes of the band.
  const width = isBand
    ? `${TEXT_COLUMN - COLUMN_START + 2 * OVERLAP}mm; padding-inline: ${OVERLAP}mm`
    : `${TEXT_COLUMN}mm`
  return {
    side: isBand ? 'centre' : 'end',
    content: cssString(text),
    declarations: `width: ${width}; font: ${weight} ${SMALL} ${SANS}; white-space: pre-wrap; ${place}`,
  }
}

function endBox(text: string): Box {
  return {
    side: 'end',
    content: cssString(text),
    declarations: `width: ${COLUMN_START}mm; font: 600 ${SMALL} ${SANS}; ${band}`,
  }
}

// The facilitator's edition is told from afar by an ink band over the whole width: all five boxes have its ground.
const band =
  'box-sizing: border-box; height: 14mm; margin-bottom: 16mm; padding-top: 5mm; vertical-align: top; ' +
  'background: #161616; color: #FFFFFF; -webkit-print-color-adjust: exact;'

function corners(): readonly string[] {
  return ['left', 'right'].map((side) => `  @top-${side}-corner { content: ""; ${band} }`)
}

function footer(guide: Guide, words: Words, hash: string): readonly Box[] {
  const { date, version } = guide.frontMatter
  const when = date
    ? words.say('versionOf', { date: words.date(date) })
    : version
      ? words.say('version', { version })
      : ''
  const place = `vertical-align: bottom; padding-bottom: 13mm; color: #5F5F5F; font: 400 ${SMALL} ${SANS};`
  return [
    { side: 'start', content: cssString(when), declarations: `width: ${COLUMN_START}mm; ${place}` },
    {
      side: 'centre',
      content: cssString(hash.slice(0, 7)),
      declarations: `width: ${TEXT_COLUMN - COLUMN_START}mm; ${place}`,
    },
    { side: 'end', content: pageOf(words), declarations: `width: ${COLUMN_START}mm; ${place}` },
  ]
}

/** "Page 3 of 14" as a CSS content: the browser counts, in the language's digits. */
function pageOf(words: Words): string {
  const [page, pages] = ['\uE000', '\uE001']
  const style = counterStyle(words.lang)
  return words
    .say('pageOf', { page, pages })
    .split(/([\uE000\uE001])/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece === page
        ? `counter(page, ${style})`
        : piece === pages
          ? `counter(pages, ${style})`
          : cssString(piece),
    )
    .join(' ')
}

function box(isRtl: boolean, edge: 'top' | 'bottom', { side, content, declarations }: Box): string {
  const [start, end] = isRtl ? ['right', 'left'] : ['left', 'right']
  const place = { start, centre: 'center', end }[side]
  const isWide = side === 'end' && declarations.startsWith(`width: ${TEXT_COLUMN}mm`)
  const align = side === 'end' && !isWide ? end : start
  const gap = side === 'start' ? ` padding-${end}: 8mm; box-sizing: border-box;` : ''
  return `@${edge}-${place} { content: ${content}; text-align: ${align}; direction: ${isRtl ? 'rtl' : 'ltr'};${gap} ${declarations} }`
}
