import { lineWriter, type Lines } from './lines.js'
import { lineEnds, mapProse } from './prose.js'

const MAY_HOLD = /\^\[|\]\{|\[\[|%%|\)?\s=\d*x|\s=\d+%?\)|\[(?:color|name|time)=/

/** Whether a text may hold one of the marks that `withoutInlineMarks` reads. */
export function mayHoldInlineMarks(text: readonly string[]): boolean {
  return text.some((line) => MAY_HOLD.test(line))
}

/**
 * Marks inside running text: footnotes written in place (`^[…]`), spans with attributes (`[words]{.class}`), and the
 * links, embeds and comments of wikis and of Obsidian (`[[Page|words]]`, `![[picture.png]]`, `%%…%%`).
 * @param isObsidian whether `%%` encloses a comment
 */
export function withoutInlineMarks(lines: Lines, isObsidian: boolean): Lines {
  const notes: { readonly words: string; readonly line: number }[] = []
  const changed = mapProse(lines, (run, line) => {
    if (!MAY_HOLD.test(run)) return run
    const plain = wikiLinks(spans(withoutSizes(isObsidian ? run.replace(/%%[^%]*%%/g, lineEnds) : run)))
    return inlineNotes(plain, (words, offset) => {
      notes.push({
        words: words.replace(/\s+/g, ' '),
        line: line + lineEnds(plain.slice(0, offset)).length,
      })
      return `[^in-place-${notes.length}]${lineEnds(words)}`
    })
  })
  if (notes.length === 0) return changed
  const { put, lines: written } = lineWriter()
  changed.text.forEach((text, index) => put(text, changed.at[index] as number))
  notes.forEach(({ words, line }, index) => {
    put('', line)
    put(`[^in-place-${index + 1}]: ${words}`, line)
  })
  return written()
}

/** Sizes of pictures as HackMD writes them, and what it notes of a quotation: who, when, in which colour. */
function withoutSizes(run: string): string {
  return run
    .replace(/(!\[[^\]\n]*\]\([^()\s]+)\s+=(?:\d+%?)?x?(?:\d+%?)?\)/g, '$1)')
    .replace(/\s?\[(?:color=#?\w+|(?:name|time)=([^\]\n]+))\]/g, (_, said?: string) =>
      said ? ` ${said}` : '',
    )
}

/** Words between brackets that have a class, without brackets and class. */
function spans(run: string): string {
  return run.replace(/(?<!:::[\w-]{0,40})(!?)\[([^[\]]*)\]\{\s*[.#][^{}]*\}/g, (whole, bang, words) =>
    bang ? whole : (words as string),
  )
}

const WIKI = /(!?)\[\[(?![\s:])([^[\]|\n]+)(?:\\?\|([^[\]\n]*))?\]\](?![([:])/g

function wikiLinks(run: string): string {
  return run.replace(WIKI, (_, bang: string, target: string, words: string | undefined) => {
    if (bang && /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(target.trim())) {
      const alt = words && !/^\d+(?:x\d+)?$/.test(words) ? words : ''
      return `![${alt}](<${target.trim()}>)`
    }
    return (
      words?.trim() ||
      target
        .replace(/^#+|#\^.*$/g, '')
        .replaceAll('#', ' › ')
        .trim()
    )
  })
}

/** Each `^[…]` whose brackets are balanced becomes what `note` gives. */
function inlineNotes(run: string, note: (words: string, offset: number) => string): string {
  const result: string[] = []
  let copied = 0
  const opening = /\^\[/g
  for (let match = opening.exec(run); match; match = opening.exec(run)) {
    const from = match.index
    const to = closing(run, from + 2)
    // Nothing that opens behind an open bracket is closed either.
    if (to === undefined) break
    opening.lastIndex = to + 1
    const words = run.slice(from + 2, to)
    if (!isNote(words, run[to + 1])) continue
    result.push(run.slice(copied, from), note(words, from))
    copied = to + 1
  }
  return result.join('') + run.slice(copied)
}

/** A class of a regular expression (`^[a-z]$`) is none. */
function isNote(words: string, behind: string | undefined): boolean {
  const isClass = behind !== undefined && '*+?{$|'.includes(behind)
  return !isClass && (/\s/.test(words) || /^\p{L}[\p{L}\p{N}]{5,}$/u.test(words))
}

function closing(run: string, from: number): number | undefined {
  let depth = 1
  for (let index = from; index < run.length; index++) {
    if (run[index] === '\\') index++
    else if (run[index] === '[') depth++
    else if (run[index] === ']' && --depth === 0) return index
  }
  return undefined
}
