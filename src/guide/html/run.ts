import type { Html, RootContent } from 'mdast'
import type { Point } from 'unist'
import type { Place } from '../../finding/index.js'
import { FORMATTING, MARKS, MAY_STAY_OPEN } from './names.js'
import { pairs, type Entry } from './pairs.js'
import { scan, type TagToken } from './scan.js'
import type { Tally } from './tally.js'
import { treatmentOf } from './treatment.js'

/** Siblings as one text for the HTML parser: Markdown stands in it as empty comments. */
export interface Run {
  readonly html: string
  /** The Markdown node that the comment at an offset stands for. */
  readonly standIns: ReadonlyMap<number, RootContent>
  /** Where in the guide an offset of the text lies. */
  readonly pointAt: (offset: number) => Point
}

export interface RunContext {
  readonly tally: Tally
  /** Names that some tag of the guide closes, as written. */
  readonly closed: ReadonlySet<string>
  readonly placeOf: (point: Point) => Place
  /** The point of a node's text at an offset into it. */
  readonly pointIn: (node: Html, offset: number) => Point
}

interface Segment {
  readonly offset: number
  readonly node: Html
  readonly source: number
}

/**
 * Makes a run safe to parse: comments and scripts gone, tags paired over the siblings, open ones closed where they
 * stand (so that none swallows the Markdown that follows), nesting bounded, and what is no tag escaped.
 * @param isFlow blocks, not the text of one paragraph
 */
export function joinRun(siblings: readonly RootContent[], isFlow: boolean, context: RunContext): Run {
  const { tally } = context
  const entries: Entry[] = siblings.flatMap((node, index): Entry[] =>
    node.type === 'html' ? scan(node.value).map((token) => ({ node, index, token })) : [],
  )
  const { closers, openers, deep } = pairs(entries)
  const standIns = new Map<number, RootContent>()
  const segments: Segment[] = []
  const parts: string[] = []
  let length = 0
  let skippedUntil: Entry | undefined
  let next = 0

  const emit = (text: string, at?: { node: Html; source: number }): void => {
    if (text === '') return
    if (at) segments.push({ offset: length, ...at })
    parts.push(text)
    length += text.length
  }
  const place = ({ node, token }: Entry): Place => context.placeOf(context.pointIn(node, token.start))

  const open = (entry: Entry & { token: TagToken }): string => {
    const { node, token } = entry
    const name = token.name.toLowerCase()
    const source = node.value.slice(token.start, token.end)
    if (deep.has(entry)) {
      tally.count('html-deep', '', place(entry))
      return ''
    }
    const treatment = treatmentOf(token, node.value, isFlow, closers.has(entry), context.closed)
    if (treatment.told) tally.count(treatment.told, treatment.tag, place(entry))
    switch (treatment.as) {
      case 'word':
        return escape(source)
      case 'nothing':
        if (treatment.isSkipped) skippedUntil = closers.get(entry)
        return ''
      case 'block':
        return `${token.isSelfClosing ? '' : '<div>'}${lead(treatment.label)}`
      case 'itself': {
        // More attributes than any element has are an attack on the parser.
        const tag = token.attributes > 64 ? `<${name}>` : source
        return token.isSelfClosing ? `${tag}</${name}>` : tag
      }
    }
  }

  const close = (entry: Entry & { token: TagToken }): string => {
    const name = entry.token.name.toLowerCase()
    const opener = openers.get(entry)
    if (!opener) return MAY_STAY_OPEN.has(name) ? `</${name}>` : ''
    if (deep.has(opener)) return ''
    const treatment = treatmentOf(opener.token as TagToken, opener.node.value, isFlow, true, context.closed)
    return treatment.as === 'block' ? '</div>' : treatment.as === 'itself' ? `</${name}>` : ''
  }

  /** Tags of a node that nothing closes end with it; marks end with their paragraph. */
  const closeOpen = (own: readonly Entry[]): void => {
    for (const entry of own.toReversed()) {
      if (entry.token.kind !== 'open' || entry.token.isSelfClosing || closers.has(entry) || deep.has(entry))
        continue
      const name = entry.token.name.toLowerCase()
      if (!isFlow && (FORMATTING.has(name) || MARKS.has(name) || name === 'span')) continue
      if (closesLater(name, entry.index)) continue
      const treatment = treatmentOf(entry.token, entry.node.value, isFlow, false, context.closed)
      if (treatment.as === 'block') emit('</div>')
      if (treatment.as === 'itself') emit(`</${name}>`)
    }
  }

  const lastClosing = new Map<string, number>()
  for (const { token, index } of entries)
    if (token.kind === 'close') lastClosing.set(token.name.toLowerCase(), index)
  const closesLater = (name: string, index: number): boolean =>
    MAY_STAY_OPEN.has(name) && (lastClosing.get(name) ?? -1) > index

  siblings.forEach((node, index) => {
    if (node.type !== 'html') {
      // A script between two tags of a paragraph is text to Markdown.
      if (skippedUntil && isProgram(skippedUntil)) return
      standIns.set(length, node)
      emit('<!---->')
      return
    }
    const first = next
    while (next < entries.length && entries[next]?.index === index) {
      const entry = entries[next++] as Entry
      if (skippedUntil) {
        if (entry === skippedUntil) skippedUntil = undefined
        continue
      }
      const { token } = entry
      const at = { node, source: token.start }
      if (token.kind === 'text') emit(escapeTags(node.value.slice(token.start, token.end)), at)
      else if (token.kind === 'open') emit(open(entry as Entry & { token: TagToken }), at)
      else if (token.kind === 'close') emit(close(entry as Entry & { token: TagToken }), at)
      else if (token.kind === 'unclosed-comment') tally.count('comment-unclosed', '', place(entry))
      else if (token.kind === 'instruction')
        tally.count(
          'html-removed',
          instructionName(node.value.slice(token.start, token.start + 40)),
          place(entry),
        )
    }
    closeOpen(entries.slice(first, next))
  })

  return { html: parts.join(''), standIns, pointAt: (offset) => pointAt(offset, segments, context) }
}

function isProgram({ token }: Entry): boolean {
  return token.kind === 'close' && /^(script|style)$/i.test(token.name)
}

function instructionName(source: string): string {
  return /^<!?([?[]?\w*)/.exec(source)?.[1] ?? '?'
}

function pointAt(offset: number, segments: readonly Segment[], context: RunContext): Point {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle] as Segment).offset <= offset) low = middle
    else high = middle - 1
  }
  const segment = segments[low]
  if (!segment) return { line: 1, column: 1 }
  return context.pointIn(segment.node, segment.source + Math.max(0, offset - segment.offset))
}

/** A label in bold, as the summary of details has it. */
function lead(label: string | undefined): string {
  return label === undefined ? '' : `<p><b>${escapeTags(label)}</b></p>`
}

function escape(text: string): string {
  return escapeTags(text.replace(/&/g, '&amp;'))
}

function escapeTags(text: string): string {
  return text.replace(/</g, '&lt;')
}
