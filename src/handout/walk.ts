import type { Block, Inline } from '../guide/index.js'

/** The blocks that stand in a block, in reading order. */
export function innerBlocks(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => item.blocks)
    case 'columns':
      return block.columns.flat()
    case 'exercise':
      return [...block.blocks, ...block.solutions]
    case 'quote':
    case 'callout':
    case 'notes':
    case 'handout':
    case 'keypoints':
    case 'solution':
    case 'glossary':
      return block.blocks
    default:
      return []
  }
}

/** Running text that belongs to a block itself, in reading order. */
export function inlinesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text]
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.cells)
    case 'callout':
    case 'solution':
      return block.title ? [block.title] : []
    case 'exercise':
      return [block.title]
    case 'glossary':
      return block.entries.flatMap((entry) => [entry.term, entry.meaning])
    default:
      return []
  }
}

/** Every block with all that is in it, in reading order; what `isLeftOut` says is passed over whole. */
export function deepBlocks(
  blocks: readonly Block[],
  isLeftOut: (block: Block) => boolean = () => false,
): readonly Block[] {
  return blocks.flatMap((block) =>
    isLeftOut(block) ? [] : [block, ...deepBlocks(innerBlocks(block), isLeftOut)],
  )
}

/** Every node of running text with all that is in it, in reading order. */
export function deepInlines(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.flatMap((node) => ['children' in node ? [node, ...deepInlines(node.children)] : [node]].flat())
}
