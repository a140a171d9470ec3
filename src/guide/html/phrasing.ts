import type { List, PhrasingContent, RootContent } from 'mdast'
import { phrasing } from 'mdast-util-phrasing'

/** Whether a node is running text; marks and anchors, which are written as HTML, are. */
export function isPhrasing(node: RootContent): node is PhrasingContent {
  return phrasing(node) || node.type === 'html'
}

/** Blocks as running text, where a cell or a heading holds some: a line each, items with their bullet. */
export function asPhrasing(nodes: readonly RootContent[]): PhrasingContent[] {
  const lines: PhrasingContent[][] = []
  let open: PhrasingContent[] | undefined
  for (const node of nodes) {
    if (isPhrasing(node)) {
      if (!open) lines.push((open = []))
      open.push(...withCaption(node))
      continue
    }
    open = undefined
    lines.push(...linesOf(node))
  }
  const filled = lines.filter((line) => line.some(isSeen))
  const unseen = lines.filter((line) => !line.some(isSeen)).flat()
  return [
    ...unseen,
    ...filled.flatMap((line, index) => (index > 0 ? [{ type: 'break' } as const, ...line] : line)),
  ]
}

/** Running text among blocks as paragraphs. */
export function asBlocks(content: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = []
  let open: PhrasingContent[] | undefined
  for (const node of content) {
    if (isPhrasing(node)) {
      if (!open) blocks.push({ type: 'paragraph', children: (open = []) })
      open.push(node)
    } else {
      open = undefined
      blocks.push(node)
    }
  }
  return blocks
}

function isSeen(node: PhrasingContent): boolean {
  return (
    node.type !== 'break' && !(node.type === 'text' && node.value.trim() === '') && !(node.type === 'html')
  )
}

function linesOf(node: RootContent): PhrasingContent[][] {
  switch (node.type) {
    case 'list':
      return itemLines(node)
    case 'code':
      return node.value
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((value) => [{ type: 'inlineCode', value }])
    case 'table':
      return node.children.map((row) =>
        row.children.flatMap((cell, index) =>
          index > 0 ? [{ type: 'text', value: ' | ' } as const, ...cell.children] : cell.children,
        ),
      )
    case 'thematicBreak':
      return []
  }
  if ('children' in node) return [asPhrasing(node.children as RootContent[])]
  const value = 'value' in node ? String(node.value) : ''
  const type = (node.type as string) === 'math' ? 'inlineMath' : 'text'
  return value === '' ? [] : [[{ type, value } as PhrasingContent]]
}

/** A figure's caption stands in the title of its picture, which running text does not show. */
function withCaption(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'image' || !node.title) return [node]
  return [{ ...node, title: null }, { type: 'break' }, { type: 'text', value: node.title }]
}

function itemLines(list: List): PhrasingContent[][] {
  return list.children.map((item, index) => {
    const bullet = list.ordered ? `${(list.start ?? 1) + index}. ` : '• '
    return [{ type: 'text', value: bullet }, ...asPhrasing(item.children)]
  })
}
