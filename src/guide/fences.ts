import { finding, type Finding } from '../finding/index.js'
import { MARKS, labelled, literalLines, type Lines } from './dialects/index.js'
import { isDirective } from './directive-names.js'
import { LIMITS, TooMuch } from './limits.js'

interface Fence {
  readonly line: number
  readonly indent: string
  readonly colons: number
  readonly name: string
  readonly rest: string
  /** 1 where nothing is nested inside. */
  height: number
  close?: number
}

const OPENING = new RegExp(String.raw`^(${MARKS})(:{3,})[ \t]*(\{[^}\n]*\}|[A-Za-z][\w-]*)(.*)$`)
const CLOSING = /^([\s>]*):{3,}[ \t]*$/

/**
 * Rewrites directive fences so that every nesting has more colons outside: `::: name :::::` with blanks and closing
 * colons of any length, as Pandoc and Carpentries write them, become what the parser knows. Lines keep their numbers.
 * Tells directives that are never closed, and closing fences that close nothing.
 */
export function normaliseFences(source: Lines, file: string): { lines: Lines; findings: readonly Finding[] } {
  if (!source.text.some((line) => line.includes(':::'))) return { lines: source, findings: [] }
  const lines = [...source.text]
  const { fences, open, stray } = pairFences(source)
  const unclosed = open.length > 0 ? [culprit(lines, fences, open)] : []
  for (const fence of fences) {
    const colons = ':'.repeat(fence.height + 2)
    lines[fence.line] = `${fence.indent}${colons}${fence.name}${fence.rest}`
    if (fence.close !== undefined) lines[fence.close] = `${closingIndent(fence, lines)}${colons}`
  }
  for (const line of stray) lines[line] = ''
  const at = (line: number) => ({ file, line: source.at[line] ?? 1, column: 1 })
  return {
    lines: { ...source, text: lines },
    findings: [
      ...unclosed.map((fence) => finding('directive-unclosed', { name: bare(fence.name) }, at(fence.line))),
      ...stray.map((line) => finding('directive-stray', {}, at(line))),
    ],
  }
}

/** A directive ends where it began, but for the mark of a list item, which stands there once. */
function closingIndent({ indent, close = 0 }: Fence, lines: readonly string[]): string {
  return indent.trim() === '' ? indent : (CLOSING.exec(lines[close] ?? '')?.[1] ?? indent)
}

/** Pairs as Pandoc does: a closing fence of any length closes the innermost directive. */
function pairFences(source: Lines): { fences: Fence[]; open: Fence[]; stray: number[] } {
  const fences: Fence[] = []
  const open: Fence[] = []
  const stray: number[] = []
  const isLiteral = literalLines()
  source.text.forEach((line, index) => {
    if (isLiteral(line) !== undefined) return
    const opening = OPENING.exec(line)
    if (opening) {
      const [, indent = '', colons = '', name = '', rest = ''] = opening
      const fence = { line: index, indent, colons: colons.length, ...nameAndRest(name, rest), height: 1 }
      fences.push(fence)
      open.push(fence)
      if (open.length > LIMITS.nesting) throw tooDeep(source.at[index] ?? 1)
    } else if (CLOSING.test(line)) {
      const closed = open.pop()
      if (!closed) stray.push(index)
      else {
        closed.close = index
        const outer = open.at(-1)
        if (outer) outer.height = Math.max(outer.height, closed.height + 1)
      }
    }
  })
  return { fences, open, stray }
}

function tooDeep(line: number): TooMuch {
  return new TooMuch({ code: 'nested-too-deep', what: 'Directives', limit: LIMITS.nesting, line })
}

/**
 * `{.name key=value}`, `name key="value" :::`, `{name} A title` and `name A title` as `name`, `[A title]` and
 * `{key=value}`.
 */
function nameAndRest(name: string, rest: string): { name: string; rest: string } {
  const trimmed = withoutColons(rest.trim())
  if (!name.startsWith('{')) return { name, rest: labelAndAttributes(trimmed) }
  const inner = name.slice(1, -1).trim()
  if (/^[A-Za-z][\w-]*$/.test(inner)) return { name: inner, rest: labelAndAttributes(trimmed) }
  const classes = [...inner.matchAll(/(?:^|\s)\.([A-Za-z][\w-]*)/g)].map((match) => match[1] as string)
  const named = classes.find(isDirective) ?? classes[0]
  if (!named) return { name: 'div', rest: '' }
  const label = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/.exec(inner)
  const others = inner
    .replace(label?.[0] ?? '', '')
    .replace(/(^|\s)\.[A-Za-z][\w-]*/g, '')
    .trim()
  return { name: named, rest: `${labelled(label?.[1] ?? label?.[2] ?? '')}${others ? `{${others}}` : ''}` }
}

function withoutColons(text: string): string {
  let end = text.length
  while (text[end - 1] === ':') end--
  return text.slice(0, end).trim()
}

/** What stands behind a name: a label, attributes or both as they are, else attributes without braces, else a title. */
function labelAndAttributes(rest: string): string {
  if (rest === '' || rest.startsWith('[') || rest.startsWith('{')) return rest
  if (/^[\w-]+=\S/.test(rest)) return `{${rest}}`
  const attributes = /\{[^{}]*\}$/.exec(rest)?.[0] ?? ''
  return `${labelled(rest.slice(0, rest.length - attributes.length))}${attributes}`
}

/** Which of the open directives lacks its end: the outermost whose own length never comes again, else the innermost. */
function culprit(lines: readonly string[], fences: readonly Fence[], open: readonly Fence[]): Fence {
  const innermost = open.at(-1) as Fence
  const closings = fences.filter((fence) => fence.close !== undefined)
  const misread = closings.find((fence) => {
    const length = (lines[fence.close as number] ?? '').trim().length
    return fence.line > innermost.line && fence.colons < innermost.colons && length === innermost.colons
  })
  return misread ?? innermost
}

function bare(name: string): string {
  return name.replace(/^\{\.?|\}$/g, '')
}
