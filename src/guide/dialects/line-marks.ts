import { lineKinds } from './code-lines.js'
import { lineWriter, type Lines } from './lines.js'

const TOC =
  /^\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|\{:\s*toc[^{}]*\}|\\(?:newpage|pagebreak|clearpage|tableofcontents)|\{\{?toc\}?\}|<--->|\. \. \.)\s*$/i
const TOC_BELOW = /^\s*\{:\s*toc\b[^{}]*\}\s*$/i
const EXTENSION = /^\s*\{:(?::(?:\/|options|comment|nomarkdown)?|\/)[^{}]*\}\s*$/
const COMMENT = /^\s*\{::comment\}\s*$/
const END = /^\s*\{:?:\/(?:comment)?\}\s*$/
const ATTRIBUTES = /^((?:\s|>)*)\{:(?!:)[^{}]*\}\s*$/
const NAMED_ATTRIBUTES = /^\s*\{:[\w-]+:[^{}]*\}\s*$/
const TARGET = /^\s*\([\w:.#/-]+\)=\s*$/
const ABBREVIATION = /^\*\[([^\]]+)\]:\s*(.+)$/
/** Quarto names a formula behind it: `$$ {#eq-mean}`. */
const NAMED_FORMULA = /^(.*\$\$)\s*\{#[^{}]*\}\s*$/
const HACKMD_TAGS = /^#{1,6}\s+tags?:\s*(?:`[^`]*`[,\s]*)*$/i
const GITLAB_QUOTE = /^\s*>>>\s*$/

/** Whether a line may be one of the marks that `withoutLineMarks` reads. */
export function mayHoldLineMarks(text: readonly string[]): boolean {
  return text.some((line) =>
    /\$\$\s*\{#|^[\s>]*(?:#+\s+tags?:|\{:|<--->|\\begin\{|\[\[?_?toc|\\(?:new|page|clear|table|\[)|\([^)]+\)=|\*\[|>>>|%|\+\+\+|\. \. \.|\{\{?toc)/i.test(
      line,
    ),
  )
}

/**
 * Marks that take whole lines: kramdown's options, comments and attribute lists (these are set apart, for the tree to
 * read), tables of contents, page breaks, Pandoc's pauses, MyST's targets and comments, abbreviations (a glossary), GitLab's quotations,
 * the names of Quarto's formulas, HackMD's tags,
 * and displayed maths between `\[` and `\]`.
 * @param isMyst whether `%` begins a comment and `+++` a cell
 */
export function withoutLineMarks(lines: Lines, isMyst: boolean): Lines {
  const { text, at } = lines
  const kinds = lineKinds(text)
  const mathEnds = mathsLines(text, kinds)
  const environments = environmentLines(text, kinds)
  const quotes = quoteEnds(text, kinds)
  const { put, lines: written } = lineWriter()
  /** A comment that nothing ends is none. */
  const lastEnd = text.findLastIndex((line) => END.test(line))
  let isComment = false
  let isQuote = false
  let isGlossary = false
  text.forEach((line, index) => {
    const from = at[index] as number
    const own = isQuote && !quotes.has(index) ? `> ${line}` : line
    if (isGlossary && !ABBREVIATION.test(line)) {
      put(':::', from)
      isGlossary = false
    }
    if (kinds[index] !== 'prose') return isComment ? put('', from) : put(own, from)
    const extension = EXTENSION.test(line)
    if (isComment || extension) {
      isComment = isComment ? !END.test(line) : COMMENT.test(line) && index < lastEnd
      return put('', from)
    }
    if (quotes.has(index)) {
      isQuote = !isQuote
      return put('', from)
    }
    const next = text[index + 1] ?? ''
    if (HACKMD_TAGS.test(line)) return put('', from)
    const formula = NAMED_FORMULA.exec(line)?.[1]
    if (formula !== undefined) return put(formula, from)
    if (TOC.test(line) || NAMED_ATTRIBUTES.test(line) || TARGET.test(line)) return put('', from)
    // kramdown's table of contents takes the place of the item above it.
    if (/^\s*(?:[-*+]|\d+\.)\s/.test(line) && TOC_BELOW.test(next)) return put('', from)
    if (isMyst && /^(?:%(?:\s|$)|\+\+\+(?:\s|$))/.test(line)) return put('', from)
    const abbreviation = ABBREVIATION.exec(line)
    if (abbreviation) {
      if (!isGlossary) put(':::glossary', from)
      isGlossary = true
      return put(`- **${abbreviation[1]}** — ${abbreviation[2]}`, from)
    }
    const attributes = ATTRIBUTES.exec(line)
    if (attributes) {
      const margin = (attributes[1] as string).trimEnd()
      put(margin, from)
      put(own, from)
      return put(margin, from)
    }
    const environment = environments.get(index)
    if (environment !== undefined) {
      if (environment === 'begin') put('$$', from)
      if (!/\{equation\*?\}\s*$/.test(line)) put(own, from)
      return environment === 'end' ? put('$$', from) : undefined
    }
    if (mathEnds.has(index)) return put(own.replace(/\\[[\]]\s*$/, '$$$$'), from)
    return put(own, from)
  })
  if (isGlossary) put(':::', at.at(-1) ?? 1)
  return written()
}

/** Lines of `\[` alone, and of the `\]` that follows it before any empty line. */
function mathsLines(text: readonly string[], kinds: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  let start = -1
  text.forEach((line, index) => {
    const bare = line.replace(/^(?:\s|>)*/, '').trimEnd()
    if (kinds[index] !== 'prose' || bare === '') start = -1
    else if (bare === '\\[') start = index
    else if (bare === '\\]' && start >= 0) {
      found.add(start).add(index)
      start = -1
    }
  })
  return found
}

/** The `>>>` lines that come in pairs. */
function quoteEnds(text: readonly string[], kinds: readonly string[]): ReadonlySet<number> {
  const all = text.flatMap((line, index) =>
    kinds[index] === 'prose' && GITLAB_QUOTE.test(line) ? [index] : [],
  )
  return new Set(all.length % 2 === 0 ? all : all.slice(0, -1))
}

const ENVIRONMENT =
  /^\s{0,3}\\(begin|end)\{((?:equation|align|gather|multline|eqnarray|alignat|displaymath|math)\*?)\}(?:\{\d+\})?\s*$/

/** Lines that begin and end an environment of LaTeX for maths, without an empty line between them. */
function environmentLines(
  text: readonly string[],
  kinds: readonly string[],
): ReadonlyMap<number, 'begin' | 'end'> {
  const found = new Map<number, 'begin' | 'end'>()
  let open: { readonly index: number; readonly name: string } | undefined
  text.forEach((line, index) => {
    const match = kinds[index] === 'prose' ? ENVIRONMENT.exec(line) : null
    // Between dollars it is maths already.
    const isWithin = /^\s*\$\$/.test(text[index - 1] ?? '')
    if (line.trim() === '' || kinds[index] !== 'prose') open = undefined
    else if (match?.[1] === 'begin') open = isWithin ? undefined : { index, name: match[2] as string }
    else if (match && open && open.name === match[2]) {
      found.set(open.index, 'begin').set(index, 'end')
      open = undefined
    }
  })
  return found
}
