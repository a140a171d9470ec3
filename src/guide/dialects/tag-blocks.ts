import { lineKinds } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'
import { STRUCTURE, callOf, loneTag, type Call } from './tags.js'
import { labelled, toneOf } from './tones.js'

const DIAGRAMS = new Set('mermaid plantuml graphviz'.split(' '))

/** Stands for `{` where a template engine is told to leave it as it is. */
export const LITERAL_BRACE = '\uFDD2'

interface Block {
  readonly call: Call
  readonly end: number
}

/**
 * Template tags that stand on lines of their own and enclose others: highlighted code becomes a fenced block, comments
 * go, `raw` is taken at its word, and boxes (`hint`, `notice`, `callout` …) become directives.
 * @param isProcessed whether the page's tool runs its templates through code blocks, too, so that `raw` stands in them
 */
export function expandTagBlocks(lines: Lines, isProcessed: boolean): Lines {
  const { text, at } = lines
  const kinds = lineKinds(text)
  const blocks = pair(text, (index) => kinds[index] !== 'prose')
  const ends = new Map([...blocks].map(([start, { end, call }]) => [end, { start, call }]))
  const { put, lines: written } = lineWriter()
  for (let index = 0; index < text.length; index++) {
    const line = text[index] as string
    const from = at[index] as number
    const block = blocks.get(index)
    const indent = /^\s*/.exec(line)?.[0] ?? ''
    if (kinds[index] === 'code') {
      if (!(isProcessed && /^\s*\{%-?\s*(?:end)?raw\s*-?%\}\s*$/.test(line))) put(line, from)
    } else if (block && isCode(block.call)) {
      const inside = text.slice(index + 1, block.end)
      const fence = fenceAround(inside)
      put(`${indent}${fence}${languageOf(block.call)}`, from)
      inside.forEach((code, offset) => put(code, at[index + 1 + offset] as number))
      index = block.end
      put(`${indent}${fence}`, at[index] as number)
    } else if (block && block.call.name === 'comment') {
      put('', from)
      index = block.end
    } else if (block && block.call.name === 'raw') {
      put('', from)
      for (let inside = index + 1; inside < block.end; inside++)
        put((text[inside] as string).replaceAll('{', LITERAL_BRACE), at[inside] as number)
      index = block.end
    } else if (block) put(`${indent}:::${toneOfCall(block.call)}${labelled(titleOf(block.call))}`, from)
    else if (ends.has(index)) put(`${indent}:::`, from)
    else if (standsApart(line)) {
      // What it opens or closes is no part of the paragraph beside it.
      for (const one of ['', line, '']) put(one, from)
    } else put(line, from)
  }
  return written()
}

function standsApart(line: string): boolean {
  const tag = loneTag(line)
  return tag !== undefined && STRUCTURE.has(callOf(tag.inner).name)
}

/** Opening lines with the lines that close them. What is code or a comment holds no tags of the page's. */
function pair(text: readonly string[], isSkipped: (index: number) => boolean): ReadonlyMap<number, Block> {
  const blocks = new Map<number, Block>()
  const open = new Map<string, { start: number; call: Call }[]>()
  text.forEach((line, index) => {
    // Highlighted code may look like anything: its end is found even where the line seems to be code.
    const tag = loneTag(line)
    const call = tag ? callOf(tag.inner) : undefined
    if (!call || !isPaired(call) || (isSkipped(index) && !call.isClosing)) return
    const stack = open.get(call.name) ?? []
    open.set(call.name, stack)
    if (!call.isClosing) stack.push({ start: index, call })
    else {
      const opened = stack.pop()
      if (opened) blocks.set(opened.start, { call: opened.call, end: index })
    }
  })
  return blocks
}

function isPaired({ name }: Call): boolean {
  return name === 'raw' || name === 'comment' || isCode({ name }) || toneOf(name) !== undefined || isBox(name)
}

function isCode({ name }: Pick<Call, 'name'>): boolean {
  return name === 'highlight' || DIAGRAMS.has(name)
}

function isBox(name: string): boolean {
  return (
    name === 'notice' || name === 'alert' || name === 'hint' || name === 'callout' || name === 'admonition'
  )
}

function languageOf({ name, positional }: Call): string {
  if (DIAGRAMS.has(name)) return name
  return positional[0]?.replace(/[^\w+#.-]/g, '') ?? ''
}

function fenceAround(code: readonly string[]): string {
  const longest = code.reduce((most, line) => Math.max(most, /^\s*(`{3,})/.exec(line)?.[1]?.length ?? 0), 2)
  return '`'.repeat(longest + 1)
}

/** `hint style="info"`, `notice warning "Title"`, `callout type="tip"`, `note` */
function toneOfCall({ name, positional, named }: Call): string {
  const kind =
    ['style', 'type', 'color', 'class', 'level'].map((key) => named.get(key)).find((one) => one) ??
    positional[0] ??
    ''
  return (isBox(name) ? toneOf(kind) : undefined) ?? toneOf(name) ?? 'note'
}

function titleOf({ name, positional, named }: Call): string {
  const title = named.get('title') ?? named.get('summary') ?? named.get('heading')
  if (title !== undefined) return title
  const first = positional[0] ?? ''
  return isBox(name) && toneOf(first) ? (positional[1] ?? '') : first
}
