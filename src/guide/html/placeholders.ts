import type { Emphasis, InlineCode, Nodes, RootContent, ThematicBreak } from 'mdast'

/** What our own nodes carry while HTML is converted. */
interface Carried {
  /** Index of the Markdown node that this one stands for. */
  readonly standIn?: number
  /** Name of a place that links may lead to. */
  readonly anchor?: string
  /** A mark of running text, written as HTML of our own. */
  readonly mark?: Mark
}

export interface Mark {
  readonly tag: string
  /** Already checked; written in this order. */
  readonly attributes: Readonly<Record<string, string>>
}

/** A node that stands for one of the guide's Markdown, so that the converter leaves that alone. */
export function standIn(index: number, isFlow: boolean): InlineCode | ThematicBreak {
  const data = { standIn: index } as InlineCode['data']
  return isFlow
    ? { type: 'thematicBreak', data: data as ThematicBreak['data'] }
    : { type: 'inlineCode', value: '', data }
}

export function anchor(name: string): InlineCode {
  return { type: 'inlineCode', value: '', data: { anchor: name } as InlineCode['data'] }
}

export function marked(mark: Mark, children: readonly RootContent[]): Emphasis {
  return {
    type: 'emphasis',
    children: [...children] as Emphasis['children'],
    data: { mark } as Emphasis['data'],
  }
}

export function carriedBy(node: Nodes): Carried {
  return (node.data ?? {}) as Carried
}
