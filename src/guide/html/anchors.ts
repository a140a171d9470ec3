import type { Nodes, Root, RootContent } from 'mdast'

/** Names of places that links may lead to, which an HTML element gave to a block. */
export function anchorsOf(node: Nodes): readonly string[] {
  return (node.data as { anchors?: readonly string[] } | undefined)?.anchors ?? []
}

/** Moves the names of places to the block that they stand in; those that stand alone go to the next one. */
export function placeAnchors(root: Root): Root {
  const [nodes, left] = placed(root.children, [])
  return { ...root, children: toLast(nodes, left) as Root['children'] }
}

type Placed = readonly [nodes: readonly RootContent[], waiting: readonly string[]]

function placed(nodes: readonly RootContent[], before: readonly string[]): Placed {
  const result: RootContent[] = []
  let waiting = before
  for (const node of nodes) {
    if (HAS_BLOCKS.has(node.type) && 'children' in node) {
      const [children, left] = placed(node.children as RootContent[], waiting)
      waiting = children.length > 0 ? [] : left
      const whole = children.length > 0 ? toLast(children, left) : children
      result.push({ ...node, children: whole } as RootContent)
      continue
    }
    const names: string[] = []
    const whole = withoutAnchors(node, names)
    waiting = [...waiting, ...names]
    if (names.length > 0 && whole.type === 'paragraph' && !whole.children.some(isSeen)) continue
    if (waiting.length === 0 || whole.type === 'thematicBreak') {
      result.push(whole)
      continue
    }
    result.push(named(whole, waiting))
    waiting = []
  }
  return [result, waiting]
}

const HAS_BLOCKS = new Set(['list', 'listItem', 'blockquote', 'containerDirective', 'footnoteDefinition'])

function named(node: RootContent, names: readonly string[]): RootContent {
  const data: object = { ...node.data, anchors: [...anchorsOf(node), ...names] }
  return { ...node, data } as RootContent
}

function toLast(nodes: readonly RootContent[], names: readonly string[]): readonly RootContent[] {
  const last = nodes.at(-1)
  return last && names.length > 0 ? [...nodes.slice(0, -1), named(last, names)] : nodes
}

function withoutAnchors<Kind extends RootContent>(node: Kind, names: string[]): Kind {
  if (!('children' in node)) return node
  const children = (node.children as RootContent[]).flatMap((child) => {
    const anchor = (child.data as { anchor?: string } | undefined)?.anchor
    if (anchor === undefined) return [withoutAnchors(child, names)]
    names.push(anchor)
    return []
  })
  return { ...node, children }
}

function isSeen(node: RootContent): boolean {
  return node.type !== 'break' && !(node.type === 'text' && node.value.trim() === '')
}
