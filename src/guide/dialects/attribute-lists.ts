import type { Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { parseAttributes, type Attributes } from '../attributes.js'
import { toneOf } from './tones.js'

const LIST = /^\{:([^{}]*)\}$/
/** Behind code, emphasis and the like: `{: .class}` and `{.class}`. */
const BEHIND = /^\{(?::[^{}]*|\s*[.#][^{}]*)\}/
/** At the head of a list's item. */
const AHEAD = /^\{:[^{}]*\}[ \t]*/

/** Quotations of a Carpentries lesson that are directives, by the class below them. */
const QUOTED = new Set(
  'challenge solution discussion objectives questions keypoints prereq prereqs checklist testimonial instructor'.split(
    ' ',
  ),
)

/**
 * Reads kramdown's attribute lists: one below a quotation names what it is, one below code its language, one below a
 * heading its id; those in the line are taken off. Changes the tree.
 */
export function withAttributeLists(root: Root): void {
  inParent(root)
}

function inParent(parent: Parent): void {
  const result: RootContent[] = []
  const children = parent.children as RootContent[]
  children.forEach((node, index) => {
    const attributes = listOf(node)
    if (attributes === undefined) {
      result.push(node)
      return
    }
    const line = node.position?.start.line ?? 0
    const before = result.at(-1)
    const isBelow = before !== undefined && (before.position?.end.line ?? 0) >= line - 1
    if (isBelow) result[result.length - 1] = applied(before, attributes)
    else {
      const next = children[index + 1]
      if (next && listOf(next) === undefined && (next.position?.start.line ?? 0) <= line + 1) {
        children[index + 1] = applied(next, attributes)
      }
    }
  })
  parent.children = parent.type === 'listItem' ? withoutLeading(result) : result
  for (const node of result) {
    if (!('children' in node)) continue
    withoutInline(node as Parent)
    inParent(node as Parent)
  }
}

/** The attributes that a paragraph consists of; empty where they are none that can be read. */
function listOf(node: RootContent): Attributes | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined
  const [only] = node.children
  const match = only?.type === 'text' ? LIST.exec(only.value.trim()) : null
  return match ? (parseAttributes(match[1] as string) ?? { classes: [], values: new Map() }) : undefined
}

function applied(node: RootContent, { id, classes, values }: Attributes): RootContent {
  const names = classes.map((name) => name.replace(/-title$/, ''))
  switch (node.type) {
    case 'code': {
      const language = classes
        .map((name) => name.replace(/^language-/, ''))
        .find((name) => !/^(?:output|error|source|input|no-)/.test(name))
      return language && !node.lang ? { ...node, lang: language } : node
    }
    case 'heading': {
      const written = [...(id ? [`#${id}`] : []), ...classes.map((name) => `.${name}`)]
      if (written.length === 0) return node
      const last = node.children.at(-1)
      // Attributes that the heading has itself stay the first.
      const own = last?.type === 'text' ? /^([^]*)\{:?([^{}]*)\}\s*$/.exec(last.value) : null
      const text = {
        type: 'text',
        value: `${own?.[1] ?? ' '}{${[own?.[2] ?? '', ...written].join(' ')}}`,
      } as const
      return { ...node, children: [...node.children.slice(0, own ? -1 : undefined), text] }
    }
    case 'blockquote': {
      const name = names.find((one) => QUOTED.has(one) || toneOf(one))
      return name ? boxed(name.replace(/^prereqs$/, 'prereq'), node.children, node) : node
    }
    case 'paragraph': {
      const name = names.find((one) => toneOf(one) && one !== 'callout' && one !== 'label')
      if (name) return boxed(name, [node], node)
      const [only] = node.children
      const alt = values.get('alt')
      return alt && only?.type === 'image' && !only.alt ? { ...node, children: [{ ...only, alt }] } : node
    }
    default:
      return node
  }
}

function boxed(name: string, children: readonly RootContent[], { position }: RootContent): RootContent {
  return { type: 'containerDirective', name, attributes: {}, children, position } as RootContent
}

/** Takes off the attributes behind a phrase; those of links and pictures are read later. */
function withoutInline(parent: Parent): void {
  const children = parent.children as PhrasingContent[]
  children.forEach((node, index) => {
    const before = children[index - 1]
    if (
      node.type === 'text' &&
      before &&
      /^(?:emphasis|strong|delete|inlineCode|inlineMath)$/.test(before.type)
    ) {
      node.value = node.value.replace(BEHIND, '')
    }
  })
}

function withoutLeading(children: RootContent[]): RootContent[] {
  const first = children[0] as Paragraph | undefined
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (text?.type === 'text') text.value = text.value.replace(AHEAD, '')
  return children
}
