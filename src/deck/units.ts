import { plainText, type Block, type Code } from '../guide/index.js'
import { itemShare, wordsIn } from './density.js'
import type { ElementMeasure, SlideMeasure } from './measure.js'
import type { Unit } from './partition.js'
import type { Slide } from './slide.js'
import { GOES_ON } from './wrap-code.js'

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
    units.push(...unitsOfBlock(block, slide.blocks[index + 1], element, index, gap))
  })
  return units
}

function unitsOfBlock(
  block: Block,
  next: Block | undefined,
  element: ElementMeasure,
  index: number,
  gap: number,
): readonly BlockUnit[] {
  const pieces = pieceCount(block)
  const common = { bond: 0, group: index, block: index }
  if (pieces < 2 || element.units.length !== pieces) {
    const height = element.bottom - element.top
    const items = block.kind === 'list' ? itemShare(linesOf(height, element)) : 0
    return [
      { ...common, bond: bondOf(block, next), gap, head: 0, height, words: wordsIn(block), items, seam: 0 },
    ]
  }
  const before = (element.units[0] as { top: number }).top - element.top
  const after = element.bottom - (element.units.at(-1) as { bottom: number }).bottom
  return element.units.map((unit, piece): BlockUnit => {
    const previous = element.units[piece - 1]
    const height = unit.bottom - unit.top
    const isLast = piece === pieces - 1
    return {
      ...common,
      piece,
      // What a block has below its last piece (a rule, a margin) every part of it has.
      height: height + (isLast ? after : 0),
      gap: previous ? unit.top - previous.bottom : gap + before,
      head: before + (isLast ? 0 : after),
      ...shareOf(block, piece, linesOf(height, element)),
      seam: block.kind === 'code' ? seamOf(block, piece) : 0,
    }
  })
}

/** A heading or a label stands over what follows; a lead rather stays with the list, table or code that it leads to. */
function bondOf(block: Block, next: Block | undefined): number {
  if (!next || (block.kind !== 'heading' && block.kind !== 'paragraph')) return 0
  if (block.kind === 'heading' || /[:：]$/.test(plainText(block.text))) return 1
  return next.kind === 'paragraph' || next.kind === 'heading' ? 0 : 0.12
}

function linesOf(height: number, { line }: ElementMeasure): number {
  return Math.round(height / line)
}

function shareOf(block: Block, piece: number, lines: number): { words: number; items: number } {
  const item = block.kind === 'list' ? block.items[piece] : undefined
  return item ? { words: wordsIn(item), items: itemShare(lines) } : { words: 0, items: 0 }
}

/** How bad it is to begin a slide with this line of code, 0 to 1: best behind an empty line, worst within a line. */
function seamOf({ value, numbers }: Code, piece: number): number {
  if (numbers?.[piece] === GOES_ON) return 1
  const lines = value.split('\n')
  const [before = '', line = ''] = [lines[piece - 1], lines[piece]]
  if (before.trim() === '' || line.trim() === '') return 0
  const indent = Math.min(4, /^ */.exec(line)?.[0].length ?? 0) / 4
  const isClosing = /^\s*[\])}]/.test(line) || /^\s*(?:end|fi|done)\b/.test(line)
  return 0.15 + 0.25 * indent + (isClosing ? 0.4 : 0)
}

function pieceCount(block: Block): number {
  if (block.kind === 'list') return block.items.length
  if (block.kind === 'table') return block.rows.length
  if (block.kind === 'code') return block.value.split('\n').length
  return 0
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
    case 'code':
      return cutCode(block, from, to)
    default:
      return block
  }
}

/** Lines of code, without the empty ones at either end. */
function cutCode(block: Code, from: number, to: number): Code {
  const lines = block.value.split('\n')
  let [first, last] = [from, to]
  while (first < last - 1 && lines[first]?.trim() === '') first++
  while (last > first + 1 && lines[last - 1]?.trim() === '') last--
  return {
    ...block,
    value: lines.slice(first, last).join('\n'),
    firstLine: (block.firstLine ?? 1) + first,
    ...(block.numbers ? { numbers: block.numbers.slice(first, last) } : {}),
  }
}

/** What a line at the foot ("Handout, page 4") takes from the body, in px. */
const FOOT = 56

/** Height of the body, in px: from its first element to the limit. */
export function roomOf(slide: Slide, measured: SlideMeasure): number {
  const top = measured.elements[0]?.top ?? 212
  return measured.limit - Math.max(top, 0) - (slide.foot.length > 0 ? FOOT : 0)
}
