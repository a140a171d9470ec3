import type { Element, ElementContent } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { ListItem, RootContent } from 'mdast'

type Content = RootContent[]

/** Items in order; what stands between them belongs to the one before. */
export function list(state: State, node: Element): Content {
  const items: ListItem[] = []
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim() === '') continue
    const isItem = child.type === 'element' && child.tagName === 'li'
    const children = state.toFlow(
      isItem ? state.all(withoutBox(child)) : ([state.one(child, node) ?? []].flat() as Content),
    )
    const last = items.at(-1)
    if (!isItem && children.length === 0) continue
    if (!isItem && last) last.children.push(...(children as ListItem['children']))
    else {
      const checked = isItem ? boxOf(child)?.properties.checked : undefined
      const item: ListItem = {
        type: 'listItem',
        spread: false,
        checked: isItem && boxOf(child) ? checked === true : null,
        children: children as ListItem['children'],
      }
      state.patch(child, item)
      items.push(item)
    }
  }
  if (items.length === 0) return []
  const isOrdered = node.tagName === 'ol'
  const start = Number.parseInt(String(node.properties.start), 10)
  const result: RootContent = {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? (Number.isSafeInteger(start) ? start : 1) : null,
    spread: false,
    children: items,
  }
  state.patch(node, result)
  return [result]
}

/** An item without its list. */
export function strayItem(state: State, node: Element): Content {
  return list(state, { type: 'element', tagName: 'ul', properties: {}, children: [node] })
}

function boxOf(item: Element): Element | undefined {
  const [first] = item.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
  if (first?.type !== 'element') return undefined
  if (first.tagName === 'input' && first.properties.type === 'checkbox') return first
  return first.tagName === 'p' || first.tagName === 'label' ? boxOf(first) : undefined
}

function withoutBox(item: Element): Element {
  const box = boxOf(item)
  const without = (node: Element): Element => ({
    ...node,
    children: node.children
      .filter((child) => child !== box)
      .map((child) => (box && child.type === 'element' ? without(child) : child)),
  })
  return box ? without(item) : item
}

/** A list whose items begin with the term in bold, as Markdown's own definition lists: `**Term** — meaning`. */
export function definitions(state: State, node: Element): Content {
  const items: ListItem[] = []
  let isTerm = false
  for (const child of node.children.flatMap(unwrapped)) {
    if (child.type === 'text' && child.value.trim() === '') continue
    const isNewTerm = child.type === 'element' && child.tagName === 'dt'
    const blocks = state.toFlow([state.one(child, node) ?? []].flat() as Content) as ListItem['children']
    if (blocks.length === 0) continue
    const last = items.at(-1)
    if (isNewTerm && !(isTerm && last)) {
      const item: ListItem = { type: 'listItem', spread: false, checked: null, children: blocks.map(bold) }
      state.patch(child, item)
      items.push(item)
    } else if (!last) items.push({ type: 'listItem', spread: false, checked: null, children: blocks })
    else if (isNewTerm) last.children = joined(last.children, ', ', blocks.map(bold))
    else last.children = isTerm ? joined(last.children, ' — ', blocks) : [...last.children, ...blocks]
    isTerm = isNewTerm
  }
  if (items.length === 0) return []
  const result: RootContent = { type: 'list', ordered: false, start: null, spread: false, children: items }
  state.patch(node, result)
  return [result]
}

function unwrapped(child: ElementContent): ElementContent[] {
  return child.type === 'element' && child.tagName === 'div' ? child.children : [child]
}

type Blocks = ListItem['children']

function bold(block: Blocks[number]): Blocks[number] {
  return block.type === 'paragraph'
    ? { ...block, children: [{ type: 'strong', children: block.children }] }
    : block
}

/** Two runs of blocks, their neighbouring paragraphs as one. */
function joined(before: Blocks, sign: string, after: Blocks): Blocks {
  const last = before.at(-1)
  const [first, ...others] = after
  if (last?.type !== 'paragraph' || first?.type !== 'paragraph') return [...before, ...after]
  const children = [...last.children, { type: 'text' as const, value: sign }, ...first.children]
  return [...before.slice(0, -1), { ...last, children }, ...others]
}
