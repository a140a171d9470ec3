import type { DeckEngine } from './engine.js'

/** A slide of a Marp deck, as Marp itself cuts it. */
export interface DeckSlide {
  /** 1-based. */
  readonly number: number
  /** 1-based line on which it begins. */
  readonly line: number
  /** Of its first heading, plain text; '' for none. */
  readonly title: string
  /** 1 to 6; 0 where it has no heading. */
  readonly depth: number
  /** Its words, one text for each paragraph, item, cell or block of code. */
  readonly texts: readonly string[]
  /** Comments that are not directives: speaker notes. */
  readonly notes: readonly { readonly text: string; readonly line: number }[]
}

/** What we use of a markdown-it token; its own types are not installed. */
interface Token {
  readonly type: string
  readonly tag: string
  readonly content: string
  readonly children: readonly Token[] | null
  readonly map: readonly [number, number] | null
  readonly meta?: { readonly marpitSlideElement?: number; readonly marpitCommentParsed?: string } | null
}

interface OpenSlide {
  line: number | undefined
  /** Of the rule that opens it. */
  readonly ruleLine: number
  title: string | undefined
  depth: number
  readonly texts: string[]
  readonly notes: { readonly text: string; readonly line: number }[]
}

/** Reads the slides of a deck out of Marp's own parse. */
export function slidesOf(markdown: string, engine: DeckEngine): readonly DeckSlide[] {
  const tokens = engine.markdown.parse(markdown, {}) as readonly Token[]
  const lines = markdown.split('\n')
  const slides: OpenSlide[] = []
  let isTitle = false
  let isAround = false
  let block: readonly [number, number] = [0, 0]
  for (const token of tokens) {
    const { type, map } = token
    if (type === 'marpit_slide_open') {
      const ruleLine = (map?.[0] ?? 0) + 1
      slides.push({ line: undefined, ruleLine, title: undefined, depth: 0, texts: [], notes: [] })
    }
    const slide = slides.at(-1)
    if (!slide) continue
    // Header and footer stand on every slide, and are of none.
    if (/^marpit_(?:header|footer)_/.test(type)) isAround = type.endsWith('_open')
    if (isAround) continue
    if (map) block = map
    if (map && !/^(?:marpit_slide|front_matter|hr)/.test(type)) slide.line ??= map[0] + 1
    if (type === 'heading_open') {
      isTitle = slide.title === undefined
      if (isTitle) slide.depth = Number(token.tag.slice(1))
    }
    if (isNote(token)) slide.notes.push(noteOf(token.content, lines, block))
    if (type === 'fence' || type === 'code_block') slide.texts.push(token.content)
    if (type !== 'inline') continue
    const runs = runsOf(token.children ?? [])
    slide.texts.push(...runs)
    if (isTitle) slide.title = runs.join(' ').replace(/\s+/g, ' ').trim()
    isTitle = false
    for (const child of token.children ?? [])
      if (isNote(child)) slide.notes.push(noteOf(child.content, lines, block))
  }
  return slides.map(({ line, ruleLine, title = '', ...slide }, index) => ({
    number: index + 1,
    line: line ?? ruleLine,
    ...slide,
    title,
    texts: slide.texts.filter((text) => text.trim() !== ''),
  }))
}

function isNote({ type, meta }: Token): boolean {
  return type === 'marpit_comment' && meta?.marpitCommentParsed === undefined
}

/** @param block lines between which the comment stands, from 0 */
function noteOf(text: string, lines: readonly string[], [from, to]: readonly [number, number]) {
  const first = text.split('\n')[0] ?? ''
  const at = lines.slice(from, to).findIndex((line) => line.includes(first))
  return { text, line: from + Math.max(at, 0) + 1 }
}

/** Running text without its marks; a formula, a picture or a tag (which may be shown as text) stands between two runs. */
function runsOf(children: readonly Token[]): readonly string[] {
  const runs = ['']
  for (const { type, content } of children) {
    if (type.endsWith('break')) runs.push(`${runs.pop() ?? ''}\n`)
    else if (/^(?:text|text_special|code_inline|marp_emoji|marp_unicode_emoji)$/.test(type))
      runs.push((runs.pop() ?? '') + content)
    else if (/^(?:marp_math|image|marpit_|html_inline)/.test(type)) runs.push('')
  }
  return runs.filter((run) => run.trim() !== '')
}
