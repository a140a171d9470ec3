import type { Block } from '../guide/index.js'
import type { ElementMeasure, SlideMeasure } from './measure.js'
import type { Unit } from './partition.js'
import type { Slide } from './slide.js'

/** A unit that knows which block it is of, and its index there. */
export interface BlockUnit extends Unit {
  readonly block: number
  /** Index of the item, row or line; undefined for a block taken whole. */
  readonly piece?: number
}

/**
 * The pieces a slide's body can be cut into, with their measured heights.
 * Undefined where the elements do not answer to the blocks, so that nothing is cut in the wrong place.
 */
export function unitsOf(slide: Slide, measure: SlideMeasure): readonly BlockUnit[] | undefined {
  if (measure.elements.length < slide.blocks.length) return undefined
  const units: BlockUnit[] = []
  let last: number | undefined
  slide.blocks.forEach((block, index) => {
    const element = measure.elements[index] as ElementMeasure
    const gap = last === undefined ? 0 : Math.max(0, element.top - last)
    last = element.bottom
    units.push(...unitsOfBlock(block, element, index, gap))
  })
  return units
}

function unitsOfBlock(
  block: Block,
  element: ElementMeasure,
  index: number,
  gap: number,
): readonly BlockUnit[] {
  const pieces = pieceCount(block)
  const whole = { gap, head: 0, keepWithNext: keepsWithNext(block), group: index, block: index }
  if (pieces < 2 || element.units.length !== pieces)
    return [{ ...whole, height: element.bottom - element.top }]
  const before = (element.units[0] as { top: number }).top - element.top
  const after = element.bottom - (element.units.at(-1) as { bottom: number }).bottom
  return element.units.map((unit, piece): BlockUnit => {
    const previous = element.units[piece - 1]
    const inner = previous ? unit.top - previous.bottom : gap + before
    return {
      block: index,
      piece,
      group: index,
      keepWithNext: false,
      // What a block has below its last piece (a rule, a margin) every part of it has.
      height: unit.bottom - unit.top + (piece === pieces - 1 ? after : 0),
      gap: inner,
      head: before + (piece === pieces - 1 ? 0 : after),
    }
  })
}

function pieceCount(block: Block): number {
  if (block.kind === 'list') return block.items.length
  if (block.kind === 'table') return block.rows.length
  if (block.kind === 'code') return block.value.split('\n').length
  return 0
}

function keepsWithNext(block: Block): boolean {
  return block.kind === 'heading' || block.kind === 'paragraph'
}

/** The blocks that a run of units stands for: whole ones, and lists, tables and code cut to their pieces. */
export function blocksOf(slide: Slide, run: readonly BlockUnit[]): readonly Block[] {
  const pieces = new Map<number, { readonly from: number | undefined; count: number }>()
  for (const { block, piece } of run) {
    const known = pieces.get(block)
    if (known) known.count++
    else pieces.set(block, { from: piece, count: 1 })
  }
  return [...pieces].flatMap(([index, { from, count }]) => {
    const block = slide.blocks[index]
    if (!block) return []
    return [from === undefined ? block : cut(block, from, from + count)]
  })
}

function cut(block: Block, from: number, to: number): Block {
  switch (block.kind) {
    case 'list':
      return { ...block, start: block.start + from, items: block.items.slice(from, to) }
    case 'table':
      return { ...block, rows: block.rows.slice(from, to) }
    case 'code': {
      const value = block.value.split('\n').slice(from, to).join('\n')
      const numbers = block.numbers ? { numbers: block.numbers.slice(from, to) } : {}
      return { ...block, value, firstLine: (block.firstLine ?? 1) + from, ...numbers }
    }
    default:
      return block
  }
}
