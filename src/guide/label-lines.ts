import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

/**
 * Lines that each begin with a label in bold (`**Goal:** …`), as facilitators' plans have them, are a list of facts
 * although Markdown runs them together: a slide shows them one by one, and so does paper.
 * @returns undefined where a paragraph is none of that kind
 */
export function labelLines(paragraph: Paragraph): List | undefined {
  if (paragraph.children[0]?.type !== 'strong') return undefined
  const lines = linesOf(paragraph.children)
  if (lines.length < 2 || !lines.every(hasLabel)) return undefined
  return {
    type: 'list',
    ordered: false,
    spread: false,
    position: paragraph.position,
    children: lines.map((children): ListItem => {
      const position = placeOf(children, paragraph)
      return {
        type: 'listItem',
        spread: false,
        position,
        children: [{ type: 'paragraph', position, children }],
      }
    }),
  }
}

function linesOf(children: readonly PhrasingContent[]): readonly PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else if (child.type === 'text') {
      const [first = '', ...others] = child.value.split('\n')
      if (first !== '') lines.at(-1)?.push({ ...child, value: first })
      for (const value of others)
        lines.push(value.trim() === '' ? [] : [{ ...child, value: value.trimStart() }])
    } else lines.at(-1)?.push(child)
  }
  return lines.filter((line) => line.length > 0)
}

function hasLabel([first, second]: readonly PhrasingContent[]): boolean {
  if (first?.type !== 'strong') return false
  return /[:：]\s*$/.test(toString(first)) || (second?.type === 'text' && /^\s*[:：]/.test(second.value))
}

function placeOf([first]: readonly PhrasingContent[], paragraph: Paragraph): Paragraph['position'] {
  return first?.position ?? paragraph.position
}
