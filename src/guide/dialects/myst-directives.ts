import { finding, type Finding } from '../../finding/index.js'
import { lineWriter, type Lines } from './lines.js'
import { LIST_TABLE } from './list-tables.js'
import {
  CODE,
  DIAGRAMS,
  EMBEDDED,
  INCLUDED,
  NOTHING,
  OURS,
  PROOFS,
  QUOTES,
  WRAPPERS,
  isDirective,
} from './myst-names.js'
import { labelled, toneOf } from './tones.js'

/** A directive of MyST as it was written. */
interface Written {
  readonly margin: string
  readonly name: string
  readonly argument: string
  readonly options: ReadonlyMap<string, string>
  /** Index of the first line of its content, and of the line that closes it. */
  readonly from: number
  readonly to: number
}

const OPENING = /^((?:\s|>)*)(`{3,20}|~{3,20}|:{3,20})\{([A-Za-z][\w:+-]*)\}[ \t]*(.*)$/

/** Whether a text may have directives of MyST. */
export function mayHoldMyst(text: readonly string[]): boolean {
  return text.some((line) => /(?:```|~~~|:::)\{[A-Za-z]/.test(line))
}

/** MyST's directives (```` ```{note} ````, `:::{figure} a.png`) as directives of ours and as plain Markdown. */
export function withoutMyst(lines: Lines, file: string): { lines: Lines; findings: readonly Finding[] } {
  const { text, at } = withoutGates(lines)
  const left: { readonly example: string; readonly line: number }[] = []
  const { put, lines: written } = lineWriter()
  const closings = closingsOf(text)
  /** Lines that close a fence of back-ticks that became a directive, or nothing at all. */
  const ends = new Map<number, string | undefined>()
  for (let index = 0; index < text.length; index++) {
    const line = text[index] as string
    const from = at[index] as number
    if (ends.has(index)) {
      const end = ends.get(index)
      if (end !== undefined) put(end, from)
      continue
    }
    const fence = /^(?:\s|>)*(?:[-*+]\s+)?(`{3,}|~{3,})(?!.*`)/.exec(line)?.[1]
    const directive = read(text, index, closings)
    if (!directive) {
      const close = fence && !line.includes('{eval') ? closings(fence, index + 1) : undefined
      // Ordinary code may show a directive: it is left as it is.
      const last = close ?? index
      for (; index < last; index++) put(text[index] as string, at[index] as number)
      put(text[index] as string, at[index] as number)
      continue
    }
    if (INCLUDED.has(directive.name)) left.push({ example: line.trim(), line: from })
    const opened = open(directive, text.slice(directive.from, Math.min(directive.to, directive.from + 10)))
    for (const own of opened.lines) put((directive.margin + own).trimEnd(), from)
    if (opened.content === 'walk') {
      ends.set(directive.to, opened.end === undefined ? undefined : directive.margin + opened.end)
      index = directive.from - 1
      continue
    }
    for (let inner = directive.from; inner < directive.to && opened.content !== 'drop'; inner++) {
      put(
        rewritten(text[inner] as string, text[inner - 1] ?? '', directive.margin, opened.content),
        at[inner] as number,
      )
    }
    index = directive.to
    if (opened.end !== undefined) put(directive.margin + opened.end, at[index] as number)
  }
  const [first] = left
  if (!first) return { lines: written(), findings: [] }
  const data = { family: 'MyST directive', count: left.length, example: first.example.slice(0, 50) }
  const told = finding('template-tag', data, { file, line: first.line, column: 1 })
  return { lines: written(), findings: [told] }
}

const GATE = /^(\s*)(`{3,20}|~{3,20}|:{3,20})\{(exercise|solution)-(start|end)\}[ \t]*(.*)$/

/** Exercises and solutions that begin and end in directives of their own, so that cells may stand between. */
function withoutGates({ text, at }: Lines): Lines {
  if (!text.some((line) => GATE.test(line))) return { text, at }
  const { put, lines } = lineWriter()
  const closings = closingsOf(text)
  for (let index = 0; index < text.length; index++) {
    const [, margin = '', fence = '', name = '', edge = '', argument = ''] =
      GATE.exec(text[index] as string) ?? []
    const close = fence ? closings(fence, index + 1) : undefined
    if (close === undefined) {
      put(text[index] as string, at[index] as number)
      continue
    }
    const title = name === 'exercise' ? labelled(argument) : ''
    put(edge === 'start' ? `${margin}:::::::${name}${title}` : `${margin}:::::::`, at[index] as number)
    index = close
  }
  return lines()
}

/** A line of a directive's content. */
function rewritten(line: string, before: string, margin: string, how: Opened['content']): string {
  const own = line.slice(margin.length)
  if (how === 'quote') return `${margin}> ${own}`
  const isMeaning = how === 'terms' && /^\s+\S/.test(own) && /^[^\s`:]/.test(before.slice(margin.length))
  return isMeaning ? `${margin}: ${own.trim()}` : line
}

type Closings = (fence: string, from: number) => number | undefined

/** Finds the line that closes a fence; what was not found once is not looked for again. */
function closingsOf(text: readonly string[]): Closings {
  const missing = new Map<string, number>()
  return (fence, from) => {
    const key = fence[0] as string
    if (fence.length >= (missing.get(key) ?? Infinity)) return undefined
    for (let index = from; index < text.length; index++) {
      const line = (text[index] as string).replace(/^(?:\s|>)*/, '').trimEnd()
      if (line.length >= fence.length && line.startsWith(fence) && line === key.repeat(line.length))
        return index
    }
    missing.set(key, fence.length)
    return undefined
  }
}

function read(text: readonly string[], index: number, closings: Closings): Written | undefined {
  const match = OPENING.exec(text[index] as string)
  if (!match) return undefined
  const [, margin = '', fence = '', name = '', argument = ''] = match
  const isKnown = isDirective(name)
  const to = isKnown ? closings(fence, index + 1) : undefined
  if (to === undefined) return undefined
  const { options, from } = optionsOf(text, index + 1, to)
  return {
    margin,
    name: name.toLowerCase().replace(/^(?:[a-z]+:)+/, ''),
    argument: argument.trim(),
    options,
    from,
    to,
  }
}

/** `:key: value` lines, or lines of YAML between `---`, at the head of a directive's content. */
function optionsOf(text: readonly string[], start: number, end: number) {
  const options = new Map<string, string>()
  let from = start
  const bare = (index: number) => (text[index] ?? '').replace(/^(?:\s|>)*/, '').trimEnd()
  const isBlock = bare(from) === '---'
  if (isBlock) from++
  for (; from < end; from++) {
    const option = (isBlock ? /^([\w-]+):\s*(.*)$/ : /^:([\w-]+):\s*(.*)$/).exec(bare(from))
    if (!option) break
    options.set(option[1] as string, (option[2] as string).replace(/^(["'])(.*)\1$/, '$2'))
  }
  if (!isBlock) {
    while (from < end && bare(from) === '') from++
    return { options, from }
  }
  const close = text.findIndex((_, index) => index >= from && index < end && bare(index) === '---')
  return close < 0 ? { options: new Map<string, string>(), from: start } : { options, from: close + 1 }
}

interface Opened {
  /** What stands in place of the opening line and the options. */
  readonly lines: readonly string[]
  readonly end?: string
  /** What becomes of the content: it holds directives itself, is kept as it is, is quoted, is Sphinx's list of terms, or says nothing to a reader. */
  readonly content: 'walk' | 'keep' | 'quote' | 'terms' | 'drop'
}

function open(directive: Written, content: readonly string[]): Opened {
  const { name, argument, options } = directive
  const bold = (title: string | undefined) => (title ? [`**${title}**`, ''] : [])
  if (NOTHING.has(name))
    return { lines: [''], content: name === 'raw' && argument === 'html' ? 'keep' : 'drop' }
  if (CODE.has(name)) {
    const language =
      name.startsWith('code') || name === 'sourcecode' || name === 'highlight'
        ? argument
        : name === 'csv-table'
          ? 'csv'
          : ''
    const title = [...bold(name === 'csv-table' ? argument : undefined), ...bold(options.get('caption'))]
    return { lines: [...title, `~~~~~~${language}`], end: '~~~~~~', content: 'keep' }
  }
  if (DIAGRAMS.has(name)) return { lines: [`~~~~~~${name}`], end: '~~~~~~', content: 'keep' }
  if (name === 'math') return { lines: ['$$', ...(argument ? [argument] : [])], end: '$$', content: 'keep' }
  if (name === 'figure' || name === 'image') {
    const alt = (options.get('alt') ?? '').replace(/[[\]]/g, '\\$&')
    const caption = content
      .map((line) => line.replace(/^(?:\s|>)*/, '').trimEnd())
      .join(' ')
      .trim()
    const isPlain =
      content.length < 5 && /^[^`*_$[\]{}"\\<]+$/.test(caption) && !content.slice(1).includes('')
    const title = isPlain ? ` "${caption}"` : ''
    const lines = [`![${alt}](<${argument.replace(/[<>]/g, '')}>${title})`, '']
    return { lines, end: '', content: isPlain ? 'drop' : 'walk' }
  }
  if (EMBEDDED.has(name))
    return { lines: [`<${argument.replace(/[<>\s]/g, '')}>`, ''], end: '', content: 'walk' }
  if (name === LIST_TABLE)
    return { lines: [...bold(argument), `:::${LIST_TABLE}`], end: ':::', content: 'walk' }
  if (QUOTES.has(name)) return { lines: [], end: '', content: 'quote' }
  if (WRAPPERS.has(name))
    return {
      lines: [
        '',
        ...bold(
          /^(?:div|container|aside|margin|only|rst-class|grid|grid-item|tab-set|tabs)$/.test(name)
            ? undefined
            : argument,
        ),
      ],
      end: '',
      content: 'walk',
    }
  const id = options.get('name') ?? options.get('label')
  const given = [
    ...(id && /^[\w-]+$/.test(id) ? [`#${id}`] : []),
    ...['minutes', 'lines', 'how'].flatMap((key) =>
      options.has(key) ? [`${key}="${options.get(key)?.replaceAll('"', '')}"`] : [],
    ),
  ]
  const attributes = given.length > 0 ? `{${given.join(' ')}}` : ''
  const ours = OURS[name]
  if (ours) {
    // A solution's argument is the label of its exercise.
    const label = ours === 'solution' && /^[\w:-]+$/.test(argument) ? '' : labelled(argument)
    return {
      lines: [`:::${ours}${label}${attributes}`],
      end: ':::',
      content: ours === 'glossary' ? 'terms' : 'walk',
    }
  }
  if (PROOFS.has(name)) {
    const title = name[0]?.toUpperCase() + name.slice(1)
    return {
      lines: [`:::callout${labelled(argument ? `${title}: ${argument}` : title)}${attributes}`],
      end: ':::',
      content: 'walk',
    }
  }
  const asked = (options.get('class') ?? '')
    .split(/[\s,]+/)
    .map(toneOf)
    .find((tone) => tone)
  const tone = asked ?? toneOf(name) ?? 'note'
  // A note's argument is its first words; only an admonition's is a title.
  const isTitle = /^(?:admonition|dropdown|details|topic|sidebar|callout)$/.test(name)
  return {
    lines: [
      `:::${tone}${isTitle ? labelled(argument) : ''}${attributes}`,
      ...(!isTitle && argument ? [argument, ''] : []),
    ],
    end: ':::',
    content: 'walk',
  }
}
