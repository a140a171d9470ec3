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
  /** Large print: the lines are larger, and need more room. */
  readonly isLarge?: boolean
}

/** How running lines stand: mm of the first box, mm of the one beside it, and the letters. */
interface Grid {
  readonly start: number
  readonly text: number
  readonly small: string
}

const USUAL: Grid = { start: 56, text: 118, small: '9pt/4.5mm' }
const LARGE: Grid = { start: 74, text: 100, small: '13pt/6mm' }

interface Box {
  readonly side: 'start' | 'centre' | 'end'
  readonly content: string
  readonly declarations: string
  /** It reaches over more than the page's end, and its text begins at its start. */
  readonly isWide?: boolean
}

// mm by which a box of the band is wider than its place: rounding would leave a hair of white between two of them.
const OVERLAP = 0.3
/** mm at the sides of the page, so that both papers have one measure. */
export const SIDES = { A4: 18, Letter: 20.95 } as const
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
  const grid = lines.isLarge ? LARGE : USUAL
  const headOf = (text: string): string => box(isRtl, 'top', headBox(text, isBand, grid))
  return [
    `@page {`,
    `  size: ${paper};`,
    `  margin: 30mm ${SIDES[paper]}mm 26mm;`,
    ...(isBand ? corners() : []),
    `  ${box(isRtl, 'top', startBox(lines.head, isBand, grid))}`,
    `  ${headOf(lines.headElse ?? '')}`,
    ...(isBand ? [`  ${box(isRtl, 'top', endBox(lines.headEnd, grid))}`] : []),
    ...footer(guide, words, hash, grid).map((one) => `  ${box(isRtl, 'bottom', one)}`),
    `}`,
    ...(isBand || lines.isFirstAlike ? [] : firstPage()),
    ...[...lines.headOf].map(([name, text]) => `@page ${name} { ${headOf(text)} }`),
  ].join('\n')
}

function firstPage(): readonly string[] {
  const none = ['left', 'center', 'right'].map((side) => `@top-${side} { content: none }`)
  return [`@page :first { margin-top: 18mm; ${none.join(' ')} }`]
}

function startBox(text: string, isBand: boolean, { start, small }: Grid): Box {
  const place = isBand ? band : `vertical-align: top; padding-top: 15mm; color: #161616;`
  return {
    side: 'start',
    content: cssString(text),
    declarations: `width: ${start}mm; font: 600 ${small} ${SANS}; ${place}`,
  }
}

function headBox(text: string, isBand: boolean, grid: Grid): Box {
  const weight = isBand ? 600 : 400
  const place = isBand ? band : `vertical-align: top; padding-top: 15mm; color: #5F5F5F;`
  const width = isBand
    ? `${grid.text - grid.start + 2 * OVERLAP}mm; padding-inline: ${OVERLAP}mm`
    : `${grid.text}mm`
  return {
    side: isBand ? 'centre' : 'end',
    isWide: !isBand,
    content: cssString(text),
    declarations: `width: ${width}; font: ${weight} ${grid.small} ${SANS}; white-space: pre-wrap; ${place}`,
  }
}

function endBox(text: string, { start, small }: Grid): Box {
  return {
    side: 'end',
    content: cssString(text),
    declarations: `width: ${start}mm; font: 600 ${small} ${SANS}; ${band}`,
  }
}

// The facilitator's edition is told from afar by an ink band over the whole width: all five boxes have its ground.
const band =
  'box-sizing: border-box; height: 14mm; margin-bottom: 16mm; padding-top: 5mm; vertical-align: top; ' +
  'background: #161616; color: #FFFFFF; -webkit-print-color-adjust: exact;'

function corners(): readonly string[] {
  return ['left', 'right'].map((side) => `  @top-${side}-corner { content: ""; ${band} }`)
}

function footer(guide: Guide, words: Words, hash: string, { start, text, small }: Grid): readonly Box[] {
  const { date, version } = guide.frontMatter
  const when = date
    ? words.say('versionOf', { date: words.date(date) })
    : version
      ? words.say('version', { version })
      : ''
  const place = `vertical-align: bottom; padding-bottom: 13mm; color: #5F5F5F; font: 400 ${small} ${SANS};`
  return [
    { side: 'start', content: cssString(when), declarations: `width: ${start}mm; ${place}` },
    {
      side: 'centre',
      content: cssString(hash.slice(0, 7)),
      declarations: `width: ${text - start}mm; ${place}`,
    },
    { side: 'end', content: pageOf(words), declarations: `width: ${start}mm; ${place}` },
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

function box(isRtl: boolean, edge: 'top' | 'bottom', { side, content, declarations, isWide }: Box): string {
  const [start, end] = isRtl ? ['right', 'left'] : ['left', 'right']
  const place = { start, centre: 'center', end }[side]
  const align = side === 'end' && !isWide ? end : start
  const gap = side === 'start' ? ` padding-${end}: 8mm; box-sizing: border-box;` : ''
  return `@${edge}-${place} { content: ${content}; text-align: ${align}; direction: ${isRtl ? 'rtl' : 'ltr'};${gap} ${declarations} }`
}
