import { boundedWidth, plainText, type Block, type Guide, type Table } from '../guide/index.js'
import { SLIDE } from './markdown-inline.js'
import { notesText } from './notes.js'
import { linkIn, textOf } from './shapes.js'
import { labelClass, sizeClass, STEPS } from './size-class.js'
import type { Layout, Slide } from './slide.js'

/** Letters of code that one line holds in the text column: at full size, and dense. */
const CODE_WIDTH = { normal: 56, dense: 67 } as const

/** px of the margin column: a smaller picture stands there, its text in the text column. */
const MARGIN = 224

/** A picture this much wider than high spans the slide, its text above. */
const WIDE = 2.6

/** px that a picture has beside its text. */
const BESIDE = 664

/** Letters of a lone paragraph that the voice speaks in large type. */
const VOICE = 260

/** The classes of a slide: its layout, and what the stylesheet cannot see for itself. */
export function classes(slide: Slide, assets: Guide['assets']): readonly string[] {
  const { layout, dense, part, foot, blocks, title, number = '', exercise, agenda, label = '' } = slide
  const code = blocks.find((block) => block.kind === 'code')
  const longestLine = Math.max(0, ...(code?.value.split('\n') ?? []).map((line) => line.length))
  const table = blocks.find((block) => block.kind === 'table')
  const is: Record<string, boolean> = {
    dense,
    continued: part !== undefined && part.n > 1,
    footed: layout !== 'title' && foot.length > 0,
    alone: isAlone(slide),
    opened: layout === 'divider' && blocks.length > 0,
    digits2: layout === 'divider' && number.length === 2,
    digits3: layout === 'divider' && number.length > 2,
    minutes3: (exercise?.minutes ?? '').length > 2,
    two: (agenda?.length ?? 0) > 6,
    wide: longestLine > (dense ? CODE_WIDTH.dense : CODE_WIDTH.normal),
    voice: VOICED.includes(layout) && isOneShortParagraph(blocks),
    nameless: table !== undefined && !hasRowHeads(table),
  }
  const set = Object.keys(is).filter((name) => is[name])
  const shape = layout === 'figure' ? figureClass(blocks, assets) : ''
  const sizes = [size(slide, plainText(title)), layout === 'divider' ? '' : labelClass(label)]
  return [layout, ...set, shape, ...sizes].filter((name) => name !== '')
}

function size({ layout, blocks }: Slide, title: string): string {
  if (layout === 'title') return sizeClass(title, STEPS.title)
  if (layout === 'divider') return sizeClass(title, STEPS.divider)
  if (layout === 'number') return sizeClass(numberIn(blocks), STEPS.number)
  if (!SPOKEN.includes(layout)) return sizeClass(title, STEPS.slide)
  const [first] = blocks
  return sizeClass(first ? notesText([first]) : title, STEPS.statement)
}

/** Layouts whose lone paragraph would be lost in small type. */
const VOICED: readonly Layout[] = ['solution', 'exercise', 'content']

const SPOKEN: readonly Layout[] = ['statement', 'quote']

/** The bold words at the beginning of the first paragraph. */
function numberIn([first]: readonly Block[]): string {
  return first?.kind === 'paragraph' ? plainText(first.text.slice(0, 1)) : ''
}

/** A statement that is the title itself, a picture without text, a list of one link. */
function isAlone(slide: Slide): boolean {
  const { layout, blocks } = slide
  const [first] = blocks
  if (layout === 'statement') return blocks.length === 0
  if (layout === 'links') return loneLink(slide) !== undefined
  return layout === 'figure' && blocks.length === 1 && first?.kind === 'picture'
}

/** The link of a slide that has no other; on one that goes on from another it is one of several. */
export function loneLink({ blocks, part }: Pick<Slide, 'blocks' | 'part'>): ReturnType<typeof linkIn> {
  if (part && part.of > 1) return undefined
  const lists = blocks.filter((block) => block.kind === 'list')
  const [item, ...others] = lists.flatMap(({ items }) => items)
  return item && others.length === 0 ? linkIn(textOf(item) ?? []) : undefined
}

function isOneShortParagraph(blocks: readonly Block[]): boolean {
  const [first, ...others] = blocks
  return first?.kind === 'paragraph' && others.length === 0 && notesText([first]).length <= VOICE
}

function figureClass(blocks: readonly Block[], assets: Guide['assets']): string {
  const picture = blocks.find((block) => block.kind === 'picture')
  const asset = picture ? assets.get(picture.src) : undefined
  if (blocks.length === 1 || asset?.state !== 'read' || !asset.width || !asset.height) return ''
  if ((boundedWidth(picture?.size, asset, SLIDE) ?? asset.width) <= MARGIN) return 'small'
  const hasShortText = blocks.every((block) => block.kind === 'picture' || block.kind === 'paragraph')
  return hasShortText && blocks.length <= 3 && asset.width >= Math.max(BESIDE, asset.height * WIDE)
    ? 'wide'
    : ''
}

/** Letters of a name or a question; what is longer is text like any other cell's. */
const ROW_HEAD = 40

/** Whether the first column holds names or questions: those are set as the heads of their rows. */
function hasRowHeads({ rows }: Table): boolean {
  const cells = rows.map(({ cells: [first = []] }) => plainText(first).trim())
  return cells.every((cell) => cell.length <= ROW_HEAD) && cells.some((cell) => /\p{L}/u.test(cell))
}
