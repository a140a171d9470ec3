import { slideReferences } from '../../src/build/slide-references.js'
import { deckRenderer } from '../../src/deck/engine.js'
import { deckMarkdown, fit, plan, type Measure } from '../../src/deck/index.js'
import type { Finding } from '../../src/finding/index.js'
import { ledger, plainText, type Block, type Guide, type Venue } from '../../src/guide/index.js'
import { facilitatorHtml, handoutHtml } from '../../src/handout/index.js'
import { innerBlocks, inlinesOf } from '../../src/handout/walk.js'
import { loadTemplates } from '../../src/templates/index.js'
import { wordsFor } from '../../src/words/index.js'
import { contextFor } from '../handout/sample-guide.js'
import { readText } from '../support/memory-world.js'

/** What a guide becomes without a browser, as text by venue. */
export interface Texts {
  readonly guide: Guide
  readonly findings: readonly Finding[]
  /** What is seen or heard there. */
  readonly shown: Readonly<Record<Exclude<Venue, 'deck'>, string>>
  /** All that the files hold, markup too. */
  readonly held: Readonly<Record<'deck' | 'handout' | 'facilitator', string>>
}

const templates = await loadTemplates({ folder: 'deck' })
const render = deckRenderer()

/** Reads, plans, fits and writes a guide; nothing where the source cannot be read at all. */
export async function textsOf(source: string | Uint8Array): Promise<Texts | undefined> {
  const { guide, findings } = await readText(source)
  if (!guide) return undefined
  ledger(guide)
  const words = wordsFor(guide.lang)
  const planned = plan(guide, words)
  const { slides, findings: fitted } = await fit(planned.deck.slides, measured, words)
  const deck = deckMarkdown({ ...planned.deck, slides }, templates, { ...guide, words })
  const { body, comments } = render(deck)
  const handout = handoutHtml(guide, contextFor(guide))
  const facilitator = facilitatorHtml(guide, contextFor(guide, { slides: slideReferences(slides) }))
  return {
    guide,
    findings: [...findings, ...planned.findings, ...fitted],
    shown: {
      slide: withoutTags(body),
      notes: comments.flat().join('\n'),
      handout: withoutTags(handout),
      facilitator: withoutTags(facilitator),
    },
    held: { deck, handout, facilitator },
  }
}

function withoutTags(html: string): string {
  return html
    .replace(/<(style|title|script)\b[^]*?<\/\1>/g, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<[^>]*>/g, '')
}

const [TOP, LIMIT, LINE, GAP] = [212, 632, 40, 20]

/** Stands in for the browser: as many lines as the text has letters for, so that long slides are cut and cut again. */
const measured: Measure = async (slides) =>
  slides.map((slide) => {
    let at = TOP
    const elements = slide.blocks.map((block) => {
      const top = at
      const units = piecesOf(block).map((text) => {
        const unit = { top: at, bottom: at + linesOf(text) * LINE }
        at = unit.bottom + GAP
        return unit
      })
      const bottom = units.at(-1)?.bottom ?? top + linesOf(textOf(block)) * LINE
      at = bottom + GAP
      return { tag: 'P', top, bottom, line: LINE, units }
    })
    const overflow = Math.max(0, at - GAP - LIMIT)
    return { limit: LIMIT, elements, overflow, side: 'bottom', text: '' }
  })

function piecesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => item.blocks.map(textOf).join(' '))
    case 'table':
      return block.rows.map((row) => row.cells.map(plainText).join(' '))
    case 'code':
      return block.value.split('\n')
    default:
      return []
  }
}

function textOf(block: Block): string {
  const inner = [...innerBlocks(block).map(textOf), ...inlinesOf(block).map(plainText)]
  return block.kind === 'code' ? block.value : inner.join(' ')
}

function linesOf(text: string): number {
  return Math.ceil((text.length + 1) / 60)
}
