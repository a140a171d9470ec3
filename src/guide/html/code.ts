import type { Element, Nodes } from 'hast'
import type { State } from 'hast-util-to-mdast'
import { toText } from 'hast-util-to-text'
import type { RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { isPhrasing } from './phrasing.js'
import type { Restore } from './restore.js'

type Content = RootContent[]

/** Code, whose words stay even where Markdown stands in it. */
export function textOf(state: State, node: Element, restore: Restore): Content {
  const isBlock = !/^(code|tt)$/.test(node.tagName)
  if (holdsMarkdown(node)) {
    const children = restore.restore(state.all(node))
    const isPlain = children.every(
      (child) => isPhrasing(child) && !/link|image|footnote|html/i.test(child.type),
    )
    return isPlain ? [{ type: 'inlineCode', value: toString(children) }] : children
  }
  const value = toText(node, isBlock ? { whitespace: 'pre' } : {})
  if (value.trim() === '') return []
  const result: RootContent = isBlock
    ? { type: 'code', lang: languageOf(node), meta: null, value: value.replace(/^\n|\s+$/g, '') }
    : { type: 'inlineCode', value }
  state.patch(node, result)
  return [result]
}

function holdsMarkdown(node: Nodes): boolean {
  if ((node.type as string) === 'markdown') return true
  return 'children' in node && node.children.some(holdsMarkdown)
}

/** As GitHub (`lang`), highlighters and HTML's own recommendation name it. */
function languageOf(node: Element): string | null {
  const inner = node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'code',
  )
  for (const { properties } of [inner, node].filter((one) => one !== undefined)) {
    if (typeof properties.lang === 'string') return properties.lang
    const classes = Array.isArray(properties.className) ? properties.className.map(String) : []
    const named = classes.find((name) => /^(language|lang|highlight-source)-/.test(name))
    if (named) return named.replace(/^(language|lang|highlight-source)-/, '')
  }
  return null
}

/** A formula by its TeX, where MathML carries that; else its letters. */
export function maths(state: State, node: Element, restore: Restore): Content {
  const tex = find(
    node,
    ({ tagName, properties }) => tagName === 'annotation' && /tex/i.test(String(properties.encoding)),
  )
  // In a paragraph the letters between the tags are Markdown's.
  const words = tex ? toString(restore.restore(state.all(tex))) : ''
  const others = restore.restore(state.all(node))
  if (!tex) return others
  return words.trim() === '' ? others : [{ type: 'inlineMath', value: words.trim() } as RootContent]
}

function find(node: Element, wanted: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const found = wanted(child) ? child : find(child, wanted)
    if (found) return found
  }
  return undefined
}
