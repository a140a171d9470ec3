import type { Block, Guide, Section } from '../guide/index.js'
import { isBrief, isIntroductionOnFirstPage } from './first-page.js'
import { questionLists, ruledLines } from './questions.js'
import { sheetsOf } from './sheets.js'
import { ends, isOnHandout } from './visible.js'
import { deepInlines, inlinesOf } from './walk.js'

/** A page whose foot may be ruled for notes. */
export interface WhiteFoot {
  /** Name of the sheet that ends there, or id of the exercise that begins on the next page. */
  readonly of: string
  /** 1-based. */
  readonly page: number
  /** Whether what follows begins a page in any case. */
  readonly isForced: boolean
  /** mm of ruled lines below its last words. */
  readonly ruled: number
}

// mm
const LINE = 9
const GAP = 18
const UNDER_LINES = 6
const FEWEST = 4

/** Pages that may end early, in text: before another sheet, before a whole exercise. @param pages 1-based, by id */
export function whiteFeet(guide: Guide, pages: ReadonlyMap<string, number>): readonly WhiteFoot[] {
  return isBrief(guide)
    ? []
    : [...introductionFoot(guide, pages), ...sheetFeet(guide, pages), ...exerciseFeet(guide, pages)]
}

function introductionFoot(guide: Guide, pages: ReadonlyMap<string, number>): readonly WhiteFoot[] {
  const begins = pages.get(guide.sections[0]?.id ?? '')
  const last = guide.introduction?.blocks.filter(isOnHandout).at(-1)
  if (begins === undefined || isIntroductionOnFirstPage(guide)) return []
  return footAfter(last, { of: ends.introduction, page: begins - 1, isForced: true })
}

function sheetFeet(guide: Guide, pages: ReadonlyMap<string, number>): readonly WhiteFoot[] {
  const sheets = sheetsOf(guide)
  const back = [ends.solutions, ends.glossary, ends.links].flatMap((id) => pages.get(id) ?? [])
  return sheets.flatMap(({ name, sections }, index) => {
    const next = sheets[index + 1]?.sections[0]
    const begins = next ? pages.get(next.id) : back[0]
    const last = sections.at(-1)
    if (begins === undefined || !last) return []
    return footAfter(lastBlock(last), { of: name, page: begins - 1, isForced: true })
  })
}

/** Where an exercise that is not torn begins a page, after text on the one before. */
function exerciseFeet(guide: Guide, pages: ReadonlyMap<string, number>): readonly WhiteFoot[] {
  return guide.sections
    .flatMap(({ parts }) => parts)
    .flatMap((part) => {
      const blocks = part.blocks.filter(isOnHandout)
      return blocks.flatMap((block, index): readonly WhiteFoot[] => {
        const before = blocks[index - 1]
        const page = pages.get(block.id)
        if (block.kind !== 'exercise' || !before || page === undefined) return []
        if ((pages.get(before.id) ?? page) >= page) return []
        return footAfter(before, { of: block.id, page: page - 1, isForced: false })
      })
    })
}

/** Ruled lines that have room under a page's text. @param room mm from the last baseline to the page's foot */
export function linesFor(room: number): number {
  const lines = Math.floor((room - GAP) / LINE)
  return lines < FEWEST ? 0 : lines
}

/**
 * Rules the feet of pages. Runs inside the page, so it must be complete in itself.
 * @param lines ruled lines by what they stand before or in; those of others are taken away
 */
export function rulePageNotes(lines: Readonly<Record<string, number>>): void {
  for (const notes of document.querySelectorAll<HTMLElement>('.page-notes[data-of]')) {
    const count = lines[notes.getAttribute('data-of') ?? ''] ?? 0
    const rules = Array.from({ length: count }, () => document.createElement('div'))
    notes.querySelector('.lines')?.replaceChildren(...rules)
    notes.hidden = count === 0
  }
}

/** None where what stands last is drawn: it reaches farther down than its words tell. */
function footAfter(last: Block | undefined, foot: Omit<WhiteFoot, 'ruled'>): readonly WhiteFoot[] {
  const ruled = ruledBelow(last)
  return ruled === undefined ? [] : [{ ...foot, ruled }]
}

function lastBlock(section: Section): Block | undefined {
  return section.parts
    .flatMap((part) => part.blocks)
    .filter(isOnHandout)
    .at(-1)
}

/** mm of ruled lines under a block's last words; undefined where that is not known. */
function ruledBelow(block: Block | undefined): number | undefined {
  if (block?.kind !== 'exercise') return isText(block) ? 0 : undefined
  const last = block.blocks.filter(isOnHandout).at(-1)
  if (!isText(last)) return undefined
  const { perQuestion, atEnd } = ruledLines(block)
  const isQuestion = questionLists(block.blocks).some(({ id }) => id === last?.id)
  return (atEnd + (isQuestion ? perQuestion : 0)) * LINE + UNDER_LINES
}

function isText(block: Block | undefined): boolean {
  switch (block?.kind) {
    case 'paragraph':
    case 'heading':
    case 'table':
      return !inlinesOf(block)
        .flatMap(deepInlines)
        .some(({ type }) => type === 'image' || (type as string) === 'inlineMath')
    case 'list':
      return isText(block.items.at(-1)?.blocks.at(-1))
    case 'keypoints':
    case 'callout':
    case 'quote':
    case 'handout':
      return isText(block.blocks.filter(isOnHandout).at(-1))
    default:
      return false
  }
}
