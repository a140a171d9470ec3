import type { Html, RootContent } from 'mdast'
import type { Point } from 'unist'
import type { Place } from '../../finding/index.js'
import { pairs, type Entry } from './pairs.js'
import { scan } from './scan.js'
import { escapeTags, tagsOf, type TagEntry } from './tags.js'
import type { Tally } from './tally.js'
import { createWriter, type Writer } from './writer.js'

/** Siblings as one text for the HTML parser: Markdown stands in it as empty comments. */
export interface Run {
  readonly html: string
  /** The Markdown node that the comment at an offset stands for. */
  readonly standIns: ReadonlyMap<number, RootContent>
  readonly pointAt: Writer['pointAt']
}

export interface RunContext {
  readonly tally: Tally
  /** Names that some tag of the guide closes, as written. */
  readonly closed: ReadonlySet<string>
  readonly placeOf: (point: Point) => Place
  /** The point of a node's text at an offset into it. */
  readonly pointIn: (node: Html, offset: number) => Point
}

/**
 * Makes a run safe to parse: comments and scripts gone, tags paired over the siblings, open ones closed where they
 * stand (so that none swallows the Markdown that follows), nesting bounded, and what is no tag escaped.
 * @param isFlow blocks, not the text of one paragraph
 */
export function joinRun(siblings: readonly RootContent[], isFlow: boolean, context: RunContext): Run {
  const { tally } = context
  const nodes = siblings.map((node, index): Entry[] =>
    node.type === 'html' ? scan(node.value).map((token) => ({ node, index, token })) : [],
  )
  const entries = nodes.flat()
  const pairing = pairs(entries)
  const tags = tagsOf(entries, pairing, isFlow, context.closed)
  const writer = createWriter(context.pointIn)
  const standIns = new Map<number, RootContent>()
  /** The closing tag of a script, a style or a drawing, up to which nothing is kept. */
  let skippedUntil: Entry | undefined

  siblings.forEach((node, index) => {
    if (node.type === 'html') {
      const own = nodes[index] ?? []
      own.forEach(put)
      writer.write(tags.endings(own))
      return
    }
    // A script between two tags of a paragraph is text to Markdown.
    if (skippedUntil && isProgram(skippedUntil)) return
    standIns.set(writer.length(), node)
    writer.write('<!---->')
  })
  return { html: writer.text(), standIns, pointAt: writer.pointAt }

  function put(entry: Entry): void {
    const { node, token } = entry
    const { start } = token
    if (skippedUntil) {
      if (entry === skippedUntil) skippedUntil = undefined
      return
    }
    switch (token.kind) {
      case 'text':
        return writer.write(escapeTags(node.value.slice(start, token.end)), { node, start })
      case 'open':
        return putOpening(entry as TagEntry)
      case 'close':
        return writer.write(tags.closing(entry as TagEntry), { node, start })
      case 'unclosed-comment':
        return tally.count('comment-unclosed', '', placeOf(entry))
      case 'instruction':
        return tally.count(
          'html-removed',
          instructionName(node.value.slice(start, start + 40)),
          placeOf(entry),
        )
    }
  }

  function putOpening(entry: TagEntry): void {
    const { node, token } = entry
    if (tags.isTooDeep(entry)) return tally.count('html-deep', '', placeOf(entry))
    const { told, tag, isSkipped } = tags.treatment(entry)
    if (told) tally.count(told, tag, placeOf(entry))
    if (isSkipped) skippedUntil = pairing.closers.get(entry)
    writer.write(tags.opening(entry), { node, start: token.start })
  }

  function placeOf({ node, token }: Entry): Place {
    return context.placeOf(context.pointIn(node, token.start))
  }
}

function isProgram({ token }: Entry): boolean {
  return token.kind === 'close' && /^(script|style)$/i.test(token.name)
}

function instructionName(source: string): string {
  return /^<!?([?[]?\w*)/.exec(source)?.[1] ?? '?'
}
