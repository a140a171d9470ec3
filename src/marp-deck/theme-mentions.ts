import { cutFrontMatter } from '../guide/index.js'

/** A theme that a deck names. */
export interface ThemeMention {
  readonly name: string
  /** 1-based. */
  readonly line: number
}

const THEME = /^[ \t]*["']?theme["']?[ \t]*:[ \t]*["']?([\w-]+)/gm
const COMMENT = /<!--([^]*?)-->/g

/** The themes that a deck's front matter and comments name, each once; of several, Marp takes the last. */
export function themeMentions(source: string): readonly ThemeMention[] {
  const found = new Map<string, ThemeMention>()
  const look = (text: string, offset: number): void => {
    for (const { 1: name = '', index } of text.matchAll(THEME))
      if (!found.has(name))
        found.set(name, { name, line: source.slice(0, offset + index).split('\n').length })
  }
  const { block } = cutFrontMatter(source)
  if (block) look(block.text, source.indexOf(block.text))
  for (const { index, 1: inner = '' } of source.matchAll(COMMENT)) look(inner, index + 4)
  return [...found.values()]
}
