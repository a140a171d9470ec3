import type { Code as CodeNode } from 'mdast'

/** A code block without what its tool was told of it. */
export interface ReadCode {
  readonly language?: string
  readonly value: string
  /** A file's name or a caption, to stand above it. */
  readonly title?: string
}

/** Captions that a cell of Quarto's states in itself: `#| fig-cap: "A plot"`. */
const OPTION = /^\s*(?:#|\/\/|--|%%)\|(?:\s*(?:fig|tbl|lst)-cap\s*:(.*)$)?/

/** Whether R Markdown or Quarto runs a cell and shows neither it nor what it gives. */
export function isHiddenCell({ lang, meta, value }: CodeNode): boolean {
  if (!lang?.startsWith('{')) return false
  return (
    /\binclude\s*=\s*(?:FALSE|F)\b/.test(`${lang} ${meta ?? ''}`) ||
    /^#\|\s*include:\s*false\s*$/m.test(value)
  )
}

/** Reads a fence as Pandoc, Quarto, Docusaurus and R Markdown write it: `{.python title="a.py"}`, `{r, echo=FALSE}`, `js {1,3}`. */
export function readCode({ lang, meta, value }: CodeNode): ReadCode {
  const language = lang?.replace(/^\{\.?|[}:,{].*$/g, '').trim()
  const isCell = lang?.startsWith('{') ?? false
  const lines = value.split('\n')
  const options = isCell ? lines.findIndex((line) => !OPTION.test(line)) : 0
  const caption = lines.slice(0, Math.max(0, options)).flatMap((line) => OPTION.exec(line)?.[1] || [])[0]
  const title = /\b(?:title|filename|caption|fig\.cap)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(
    `${lang ?? ''} ${meta ?? ''}`,
  )
  // VitePress names the file between brackets.
  // Numbers alone are the lines that a deck's tool lights up.
  const bracketed = /^\[(?![\d\s,|*:-]+\])([^\]]+)\]/.exec(meta ?? '')?.[1]
  const shown = (
    title?.[1] ??
    title?.[2] ??
    bracketed ??
    caption?.trim().replace(/^(["'])(.*)\1$/, '$2')
  )?.trim()
  return {
    ...(language && !/^(?:output|error)$/.test(language) ? { language } : {}),
    value: lines.slice(options < 0 ? lines.length : options).join('\n'),
    ...(shown ? { title: shown } : {}),
  }
}
