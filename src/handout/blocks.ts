import {
  cutAtColumns,
  pictureName,
  plainText,
  type Block,
  type Callout,
  type Code,
  type Columns,
  type Picture,
  type Table,
  type TableRow,
} from '../guide/index.js'
import { assetOf, type Edition } from './edition.js'
import { blocksHeight } from './estimate.js'
import { exerciseView } from './exercise.js'
import { formulaHtml, inlineHtml } from './inline.js'
import { notesBeside, notesIn } from './margin-notes.js'
import { askedWidth, pictureSource, pictureWidth } from './picture.js'
import type { BlockView, CellView, LinesOf, TableView } from './views.js'
import { isOnHandout } from './visible.js'
import { innerBlocks } from './walk.js'

/** How some blocks stand on the page. */
export interface Setting {
  /** In the text column itself, so that tables may reach into the margin, and notes stand beside the block. */
  readonly isInColumn: boolean
  /** Ruled lines under each question; absent outside exercises. */
  readonly linesOf?: LinesOf
  /** What stands elsewhere as well: no ids, no notes beside it. */
  readonly isCopy?: boolean
  /** A copy for looking up: without links and footnote marks, too. */
  readonly isMention?: boolean
  /** Blocks to leave out, wherever they are nested. */
  readonly isLeftOut?: (block: Block) => boolean
}

export const inColumn: Setting = { isInColumn: true }
export const inCopy: Setting = { isInColumn: false, isCopy: true }
const nested = (setting: Setting): Setting => ({ ...setting, isInColumn: false })

/** What the templates of some blocks are filled with; what does not stand here is left out. */
export function blockViews(
  blocks: readonly Block[],
  edition: Edition,
  setting: Setting = inColumn,
): readonly BlockView[] {
  return blocks
    .filter((block) => isOnHandout(block) && !setting.isLeftOut?.(block))
    .flatMap((block): readonly Block[] =>
      // A screen scrolls a wide table.
      block.kind === 'table' && !edition.isScreen ? cutAtColumns(block, tableRoom(edition)) : [block],
    )
    .map((block, index, all) =>
      blockView(block, edition, goesOn(block, all[index - 1]) ? copy(setting) : setting),
    )
}

/** Whether this is the next part of a table that was cut: its id and what hangs beside it stand with the first. */
function goesOn(block: Block, before: Block | undefined): boolean {
  return block.kind === 'table' && block.id === before?.id
}

function copy(setting: Setting): Setting {
  return { ...setting, isCopy: true }
}

function blockView(block: Block, edition: Edition, setting: Setting): BlockView {
  const id = setting.isCopy ? undefined : block.id
  // What hangs in the margin can only hang from the column: notes of what is nested go up to it.
  const outer = setting.isInColumn && !setting.isCopy ? notesIn([block], edition) : []
  switch (block.kind) {
    case 'paragraph': {
      const terms = setting.isCopy ? undefined : edition.firstUses.get(block.id)
      const html = inlineHtml(block.text, edition, {
        terms,
        ...(setting.isMention ? { isMention: true } : {}),
      })
      const notes = setting.isInColumn && !setting.isCopy ? notesBeside(block, edition) : []
      return { template: 'paragraph', notes, id, html }
    }
    case 'heading':
      return {
        template: 'heading',
        notes: [],
        id,
        level: edition.levels.get(block.id) ?? 4,
        html: inlineHtml(block.text, edition),
      }
    case 'list':
      return {
        template: 'list',
        // On a phone, a note in an item would part its mark from its words.
        notes: edition.isScreen ? outer : [],
        id,
        isOrdered: block.ordered,
        start: block.start,
        items: block.items.map((item) => ({
          notes:
            setting.isInColumn && !setting.isCopy && !edition.isScreen ? notesIn(item.blocks, edition) : [],
          notesFollow: edition.isOneColumn,
          box: item.checked === undefined ? undefined : item.checked ? 'done' : 'open',
          blocks: blockViews(item.blocks, edition, nested(setting)),
          lines: setting.linesOf?.(block),
        })),
      }
    case 'table':
      return { ...tableView(block, edition, setting), id }
    case 'code':
      return {
        template: 'code',
        notes: [],
        id,
        isWide: setting.isInColumn && isWideCode(block),
        text: block.value,
      }
    case 'picture':
      return { ...figureView(block, edition, setting), id }
    case 'quote':
      return {
        template: 'quote',
        notes: outer,
        id,
        blocks: blockViews(block.blocks, edition, nested(setting)),
      }
    case 'formula':
      return { template: 'formula', notes: [], id, html: formulaHtml(block.value, true, edition) }
    case 'callout':
      return {
        template: 'callout',
        notes: [],
        id,
        tone: block.tone,
        label: calloutLabel(block, edition),
        title: block.title ? inlineHtml(block.title, edition) : '',
        blocks: blockViews(block.blocks, edition, setting),
      }
    case 'columns':
      return columnsView(block, edition, setting, outer)
    case 'exercise':
      return exerciseView(block, edition, (linesOf) =>
        blockViews(block.blocks, edition, { ...setting, linesOf }),
      )
    case 'keypoints':
      return {
        template: 'key-points',
        notes: [],
        id,
        level: edition.levels.get(block.id) ?? 3,
        label: edition.words.say('keyPoints'),
        blocks: blockViews(block.blocks, edition, nested(setting)),
      }
    default:
      return { template: 'group', notes: [], id, blocks: blockViews(innerBlocks(block), edition, setting) }
  }
}

/** "Warning", "Tip" … */
function calloutLabel(callout: Callout, edition: Edition): string {
  return edition.words.say(callout.tone)
}

// Tables in large print: 14 pt where they have 10.5.
const LARGE_TABLE = 14 / 10.5

/** mm. The whole width of A4, of 10.5 pt semibold, and what stands between columns. */
const TABLE_ROOM = { width: 174, letter: 2.05, gap: 6 }

function tableRoom({ scale }: Edition): typeof TABLE_ROOM {
  return { ...TABLE_ROOM, letter: TABLE_ROOM.letter * Math.min(scale, LARGE_TABLE) }
}

// mm. A taller table may be cut by the end of a page.
const SHORT_TABLE = 90
const ALIGN = { left: 'start', center: 'center', right: 'end' } as const

function tableView(table: Table, edition: Edition, setting: Setting): TableView {
  const hasRowHeads = table.align.length > 1
  const cells = (row: TableRow, isHead: boolean): readonly CellView[] =>
    row.cells.map((cell, index) => ({
      html: inlineHtml(cell, edition, setting.isMention ? { isMention: true } : {}),
      align: ALIGN[table.align[index] ?? 'left'],
      isRowHead: hasRowHeads && !isHead && index === 0,
    }))
  return {
    template: 'table',
    notes: [],
    id: table.id,
    isWide: setting.isInColumn && hasRowHeads,
    isShort: blocksHeight([table]) * edition.scale <= SHORT_TABLE,
    isScrolled: edition.isScreen === true,
    scrollLabel: edition.isScreen && table.align.length > NARROW ? scrollLabel(table) : '',
    // A table from HTML may have none.
    head: table.head.cells.some((cell) => cell.length > 0) ? cells(table.head, true) : [],
    rows: table.rows.map((row) => ({ cells: cells(row, false) })),
  }
}

// Columns that a phone has room for.
const NARROW = 3

/** The heads of a table's columns, for the stretch that scrolls it. */
function scrollLabel({ head, rows }: Table): string {
  const words = head.cells.map(plainText).filter((text) => text !== '')
  return words.length > 0 ? words.join(', ') : plainText(rows[0]?.cells[0] ?? [])
}

// Characters of 9.5 pt mono in the text column's 118 mm.
const CODE_COLUMN = 58

function isWideCode(code: Code): boolean {
  return code.value.split('\n').some((line) => [...line].length > CODE_COLUMN)
}

function figureView(picture: Picture, edition: Edition, { isInColumn }: Setting): BlockView {
  const asset = assetOf(edition, picture.src)
  const { words, context } = edition
  const number = edition.figures.get(picture.id)
  const asked = asset && askedWidth(picture.size, asset)
  return {
    template: 'figure',
    notes: [],
    id: picture.id,
    isWide: isInColumn && asset !== undefined && asked === undefined && pictureWidth(asset) === 'wide',
    src: asset ? pictureSource(asset, context.embedFonts) : undefined,
    alt: picture.alt,
    width: asked ?? asset?.width,
    missing: words.say('pictureMissing', { alt: picture.alt || pictureName(picture.src) }),
    label: number === undefined ? '' : words.say('figure', { n: number }),
    caption: picture.caption ?? '',
  }
}

/** Two columns fit into the text column, three into the whole width; tables, code and exercises into neither. */
function columnsView(
  block: Columns,
  edition: Edition,
  setting: Setting,
  notes: BlockView['notes'],
): BlockView {
  const columns = block.columns.filter((column) => column.some(isOnHandout))
  const needsRoom = columns
    .flat()
    .some(({ kind }) => ['table', 'code', 'exercise', 'callout', 'keypoints'].includes(kind))
  const fits = !needsRoom && columns.length <= (setting.isInColumn ? 3 : 2)
  return {
    template: 'columns',
    notes,
    id: block.id,
    abreast: fits ? columns.length : 1,
    isWide: fits && columns.length === 3,
    columns: columns.map((column) => ({
      blocks: blockViews(column, edition, fits ? nested(setting) : { ...setting, isInColumn: false }),
    })),
  }
}
