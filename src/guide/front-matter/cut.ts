export type Format = 'yaml' | 'toml' | 'json' | 'pandoc'

/** A file with its front matter taken off. */
export interface Cut {
  readonly block?: Block
  /** The file's lines; those of the front matter are empty, so that all others keep their numbers. */
  readonly lines: readonly string[]
}

export interface Block {
  readonly format: Format
  readonly text: string
  /** 1-based line of the file on which `text` begins. */
  readonly firstLine: number
}

/** Lines before which a block must end: no tool's front matter is longer, and the search for an end stays short. */
const LONGEST = 2000

/**
 * Takes the front matter off: YAML between `---` lines, TOML between `+++` lines, a JSON object, or Pandoc's lines that
 * begin with `%` (title, authors, date). A `---` that nothing
 * closes, or that is followed by prose, is a rule like any other.
 */
export function cutFrontMatter(text: string): Cut {
  const lines = text.split('\n')
  const titleLines = pandocTitle(lines)
  if (titleLines > 0) {
    return {
      block: { format: 'pandoc', text: lines.slice(0, titleLines).join('\n'), firstLine: 1 },
      lines: lines.map((line, index) => (index < titleLines ? '' : line)),
    }
  }
  const first = lines.findIndex((line) => line.trim() !== '')
  const opening = lines[first]?.trimEnd() ?? ''
  const [format, last] =
    opening === '---'
      ? ([
          'yaml',
          closing(lines, first, /^(?:---|\.\.\.)\s*$/, /^["']?[\p{L}\p{N}_$<][^:]*:(?:\s|$)/u),
        ] as const)
      : opening === '+++'
        ? (['toml', closing(lines, first, /^\+\+\+\s*$/, /^\s*(?:\[|["']?[\w-][^=]*=)/)] as const)
        : ([
            'json',
            opening.startsWith('{') ? closing(lines, first, /^\}\s*$/, /^\s*"[^"]*"\s*:/) : -1,
          ] as const)
  if (last < 0) return { lines }
  const [from, to] = format === 'json' ? [first, last + 1] : [first + 1, last]
  return {
    block: { format, text: lines.slice(from, to).join('\n'), firstLine: from + 1 },
    lines: lines.map((line, index) => (index <= last ? '' : line)),
  }
}

/** The line that ends a block; -1 where none does, or where what stands before it is prose and no list of keys. */
function closing(lines: readonly string[], first: number, end: RegExp, key: RegExp): number {
  let hasKey = false
  let isBlank = true
  for (let index = first + 1; index < Math.min(lines.length, first + LONGEST); index++) {
    const line = lines[index] as string
    if (end.test(line)) return hasKey || isBlank ? index : -1
    // Pandoc: a `---` with an empty line below it is a rule.
    if (index === first + 1 && line.trim() === '' && first > 0) return -1
    hasKey ||= key.test(line)
    isBlank &&= line.trim() === '' || line.trimStart().startsWith('#')
  }
  return -1
}

/** How many of the first lines are Pandoc's title block. */
function pandocTitle(lines: readonly string[]): number {
  let fields = 0
  let index = 0
  for (; index < lines.length; index++) {
    const line = lines[index] as string
    if (/^%(?:\s|$)/.test(line) && fields < 3) fields++
    else if (!(fields > 0 && /^\s+\S/.test(line))) break
  }
  return fields ? index : 0
}
