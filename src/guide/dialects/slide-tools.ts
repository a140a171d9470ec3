import { lineKinds, type LineKind } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'

/** Tools whose decks are Markdown, and that are not Marp. */
export type SlideTool = 'slidev' | 'reveal' | 'remark'

const SEPARATOR = /^-{3,}\s*$/
const PROPERTY = /^([A-Za-z][\w-]*):(?:\s.*)?$/
const SLIDEV_KEYS = new Set(
  (
    'layout transition class level background image src hide hideInToc clicks clicksStart dragPos layoutClass ' +
    'zoom routeAlias preload disabled url backgroundSize heading title theme name'
  ).split(' '),
)
const REMARK_PROPERTY =
  /^(?:class|name|layout|template|count|exclude|background-(?:image|size|position|color)|body-class)\s*:\s.*$/
const REMARK_OPENING = /^\s*(?:\.[A-Za-z][\w-]*)+\[\s*$/
const REMARK_INLINE = /(?<![\w`\]])(?:\.[A-Za-z][\w-]*)+\[([^[\]\n]*(?:\[[^[\]\n]*\][^[\]\n]*)*)\]/g

const ASIDE = /^\s*<aside\b[^>]*\bclass=["'][^"']*\bnotes\b[^>]*>(.*)$/

/** The tool that a deck was plainly written for. @param kind what its front matter told */
export function slideToolOf(text: readonly string[], kind: string | undefined): SlideTool | undefined {
  if (kind === 'slidev' || kind === 'reveal') return kind
  if (!text.some((line) => SEPARATOR.test(line))) return undefined
  if (text.some((line) => /^\s*<!--\s*\.(?:slide|element):|\S\s*<!--\s*\.element:/.test(line)))
    return 'reveal'
  if (text.some((line, index) => /^\?\?\?\s*$/.test(line) || isRemarkHead(text, index))) return 'remark'
  return text.some((_, index) => slideHead(text, index) > 0) ? 'slidev' : undefined
}

/**
 * Decks of Slidev, of reveal-md and of remark (xaringan) as guides: what they say to their tool goes (front matter of
 * single slides, properties, columns' marks, pauses), the speaker's notes become notes, and each slide's heading stands
 * one level below the deck's title.
 */
export function withoutSlideMarks({ text, at }: Lines, tool: SlideTool): Lines {
  const kinds = lineKinds(text)
  const { put, lines } = lineWriter()
  const notes = tool === 'slidev' ? commentNotes(text, kinds) : new Map<number, NoteLine>()
  const lowers = hasLoweredHeadings(text, kinds)
  let isNote = false
  let isAside = false
  let hasTitle = false
  let columns = 0
  const endNote = (from: number) => {
    if (isNote) put('::::::', from)
    isNote = false
  }
  const separate = (from: number) => {
    endNote(from)
    put('', from)
    put('---', from)
    put('', from)
  }
  for (let index = 0; index < text.length; index++) {
    const line = text[index] as string
    const from = at[index] as number
    const note = notes.get(index)
    if (note !== undefined) {
      if (note === 'begin' || note === 'only') put('::::::notes', from)
      const words = line.replace(/^<!--/, '').replace(/-->\s*$/, '')
      put(words.replace(/^\s*\[click(?::\d+)?\]\s*/, ''), from)
      if (note === 'end' || note === 'only') put('::::::', from)
      continue
    }
    if (kinds[index] !== 'prose') {
      put(line, from)
      continue
    }
    if (tool === 'slidev') {
      const head = slideHead(text, index)
      if (head > 0) {
        separate(from)
        index += head
        continue
      }
      if (/^::[\w-]+::\s*$/.test(line)) {
        put('', from)
        continue
      }
    }
    if (SEPARATOR.test(line) || (tool === 'reveal' && /^--\s*$/.test(line))) {
      separate(from)
      continue
    }
    if (tool === 'reveal' && isAside) {
      const [words = '', ...behind] = line.split(/<\/aside>/)
      put(words, from)
      if (behind.length > 0) {
        endNote(from)
        isAside = false
      }
      continue
    }
    const aside = tool === 'reveal' ? ASIDE.exec(line)?.[1] : undefined
    if (aside !== undefined) {
      endNote(from)
      put('', from)
      put('::::::notes', from)
      put(aside.replace(/<\/aside>.*$/, ''), from)
      isNote = true
      isAside = !aside.includes('</aside>')
      if (!isAside) endNote(from)
      continue
    }
    if (tool === 'reveal' && !isNote) {
      const said = /^\s*notes?:\s*(.*)$/i.exec(line)
      if (said) {
        put('', from)
        put('::::::notes', from)
        put(said[1] as string, from)
        isNote = true
        continue
      }
    }
    if (tool === 'remark') {
      if (/^\?\?\?\s*$/.test(line)) {
        endNote(from)
        put('::::::notes', from)
        isNote = true
        continue
      }
      if (/^--\s*$/.test(line) || isRemarkHead(text, index)) {
        put('', from)
        continue
      }
      if (REMARK_OPENING.test(line)) {
        columns++
        put('', from)
        continue
      }
      if (columns > 0 && /^\s*\](?:\s*\.[\w-]+\[)?\s*$/.test(line)) {
        if (!line.trim().endsWith('[')) columns--
        put('', from)
        continue
      }
    }
    const plain = tool === 'remark' ? line.replace(REMARK_INLINE, '$1') : line
    const isHeading = /^#{1,5}\s/.test(plain)
    put(isHeading && hasTitle && lowers ? `#${plain}` : plain, from)
    hasTitle ||= /^#\s/.test(plain)
  }
  endNote(at.at(-1) ?? 1)
  return lines()
}

/** Lines of a slide's own front matter below its separator, the closing one included; 0 where there is none. */
function slideHead(text: readonly string[], index: number): number {
  if (!SEPARATOR.test(text[index] ?? '') || (index > 0 && text[index - 1]?.trim() !== '')) return 0
  let isKnown = false
  for (let next = index + 1; next < text.length; next++) {
    const line = text[next] as string
    if (/^---\s*$/.test(line)) return isKnown ? next - index : 0
    const key = PROPERTY.exec(line)?.[1]
    if (key !== undefined) isKnown ||= SLIDEV_KEYS.has(key)
    // Values that go on, lists and comments of YAML.
    else if (next === index + 1 || !/^(?:\s+\S|-\s|#\s)/.test(line)) return 0
  }
  return 0
}

/** Whether a line is one of the properties at the head of a slide. */
function isRemarkHead(text: readonly string[], index: number): boolean {
  if (!REMARK_PROPERTY.test(text[index] ?? '')) return false
  for (let before = index - 1; before >= 0; before--) {
    const line = text[before] as string
    // Not the front matter that nothing closes.
    if (/^--(?:-+)?\s*$/.test(line)) return before > 0
    if (line.trim() !== '' && !REMARK_PROPERTY.test(line)) return false
  }
  return (
    text.some((line, next) => next > index && SEPARATOR.test(line)) &&
    /^(?:class|layout|name)/.test(text[index] as string)
  )
}

/** Which line of a comment that ends a slide, and so is what the speaker says. */
type NoteLine = 'begin' | 'within' | 'end' | 'only'

function commentNotes(text: readonly string[], kinds: readonly LineKind[]): ReadonlyMap<number, NoteLine> {
  const found = new Map<number, NoteLine>()
  let start = -1
  text.forEach((line, index) => {
    if (kinds[index] === 'code') return
    if (line.startsWith('<!--')) start = index
    if (start < 0 || !line.includes('-->')) return
    const next = text.slice(index + 1, index + 50).find((one) => one.trim() !== '')
    if (/-->\s*$/.test(line) && (next === undefined || SEPARATOR.test(next))) {
      for (let inner = start + 1; inner < index; inner++) found.set(inner, 'within')
      found.set(index, 'end')
      found.set(start, start === index ? 'only' : 'begin')
    }
    start = -1
  })
  return found
}

/** Whether every slide has a heading of the first level, the title among them. */
function hasLoweredHeadings(text: readonly string[], kinds: readonly LineKind[]): boolean {
  return text.filter((line, index) => kinds[index] === 'prose' && /^#\s/.test(line)).length > 1
}
