import type { List, ListItem, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import type { DefListNode } from 'mdast-util-definition-list'
import { visit } from 'unist-util-visit'

/** Whether a text may have a definition list: a term with `: meaning` below it. */
export function mayHoldDefinitions(text: readonly string[]): boolean {
  return text.some((line) => /^(?:\s|>)*:[ \t]+\S/.test(line))
}

/** Definition lists as lists whose items begin with the term in bold. Changes the tree. */
export function withDefinitionLists(root: Root): void {
  visit(root, (node) => {
    if (!('children' in node)) return
    const parent = node as Parent
    if (parent.children.some(isDefinitionList)) {
      parent.children = parent.children.map((child) => (isDefinitionList(child) ? listOf(child) : child))
    }
  })
}

function isDefinitionList(node: unknown): node is DefListNode {
  return (node as { type: string }).type === 'defList'
}

function listOf({ children, position }: DefListNode): List {
  const items: ListItem[] = []
  let terms: PhrasingContent[] = []
  let isOpen = false
  for (const child of children) {
    if (child.type === 'defListTerm') {
      const term = child.children as PhrasingContent[]
      terms = isOpen || terms.length === 0 ? [...term] : [...terms, { type: 'text', value: ', ' }, ...term]
      isOpen = false
      continue
    }
    const blocks = child.children as RootContent[]
    if (isOpen) items.at(-1)?.children.push(...(blocks as ListItem['children']))
    else
      items.push({
        type: 'listItem',
        spread: false,
        children: withTerm(terms, blocks),
        position: child.position,
      })
    isOpen = true
  }
  return { type: 'list', ordered: false, spread: false, children: items, position }
}

/** `**Term** — meaning`, and what else stands below it. */
function withTerm(terms: readonly PhrasingContent[], blocks: readonly RootContent[]): ListItem['children'] {
  const term: PhrasingContent = { type: 'strong', children: [...terms] }
  const [first, ...rest] = blocks
  const position = first?.position
  const lead: Paragraph =
    first?.type === 'paragraph'
      ? { type: 'paragraph', children: [term, { type: 'text', value: ' — ' }, ...first.children], position }
      : { type: 'paragraph', children: [term], position }
  return [lead, ...((first?.type === 'paragraph' ? rest : blocks) as ListItem['children'])]
}
