import { plainText, type Block, type Inline } from '../guide/index.js'
import type { Templates } from '../templates/index.js'
import { directives, lines } from './directives.js'
import { leadsOnTheirOwnLine } from './leads.js'
import { blocksToMarkdown, headingToMarkdown, mentionToMarkdown, textToMarkdown } from './markdown.js'
import type { MarkdownContext } from './markdown-inline.js'
import { notesComment, notesText } from './notes.js'
import type { DeckDocument, Slide } from './slide.js'
import { deckStyle } from './style.js'
import { yamlString } from './yaml-string.js'

/** What a deck needs from its guide beside the planned slides. */
export type DeckContext = Omit<MarkdownContext, 'slideOf'>

/** The deck as plain Marp Markdown. Pure: what stands where was decided by the planner. */
export function deckMarkdown(deck: DeckDocument, templates: Templates, context: DeckContext): string {
  const full: MarkdownContext = { ...context, slideOf: slideFinder(deck.slides) }
  return templates.render('deck', {
    lang: yamlString(deck.lang),
    title: yamlString(deck.title),
    footer: yamlString(textToMarkdown(deck.footer)),
    style: indent(deckStyle(deck, templates, context.words.lang)),
    slides: deck.slides.map((slide) => slideView(slide, full)),
  })
}

/** Slide number, from 1, of every id that stands on a slide; the first slide that has it. */
function slideFinder(slides: readonly Slide[]): (id: string) => number | undefined {
  const numbers = new Map<string, number>()
  slides.forEach(({ id, sectionId, partId, exerciseId, sources }, index) => {
    for (const one of [id, sectionId, partId, exerciseId, ...sources]) {
      if (one !== undefined && !numbers.has(one)) numbers.set(one, index + 1)
    }
  })
  return (id) => numbers.get(id)
}

/** All that the templates write of one slide, as Markdown. */
function slideView(slide: Slide, context: MarkdownContext): object {
  const isFirst = slide.layout === 'title'
  const blocks = leadsOnTheirOwnLine(slide)
  return {
    layout: slide.layout,
    directives: directives(slide),
    heading: heading(slide, context),
    kicker: lines(slide.kicker),
    subtitle: textToMarkdown(slide.subtitle ?? ''),
    agenda: (slide.agenda ?? []).map(({ position, title, minutes }) => ({
      index: position,
      title: textToMarkdown(title),
      minutes: minutes ? textToMarkdown(minutes) : '',
    })),
    openings: slide.layout === 'divider' ? openings(slide.blocks, context) : [],
    body: slide.layout === 'divider' ? '' : blocksToMarkdown(blocks, context),
    foot: isFirst ? '' : lines(slide.foot),
    authored: slide.markdown ?? '',
    scopedStyle: scopedStyle(slide),
    notes: notesComment(notesText([...slide.notes, ...slide.moved])),
  }
}

function heading({ layout, title, titleIsMention, part }: Slide, context: MarkdownContext): string {
  if (title.length === 0 || layout === 'authored') return ''
  const suffix = part && part.n > 1 ? context.words.say('partOf', { n: part.n, of: part.of }) : undefined
  const depth = layout === 'title' || layout === 'divider' ? 1 : 2
  if (!titleIsMention) return headingToMarkdown(depth, title, context, suffix)
  // Looks like the heading, but the outline shall have it once.
  return `<div class="title">\n\n${mentionToMarkdown(title, context, suffix)}\n\n</div>`
}

/** On a divider, the blocks under each label. */
function openings(blocks: readonly Block[], context: MarkdownContext): readonly object[] {
  const groups: { label: readonly Inline[]; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') groups.push({ label: block.text, blocks: [] })
    else if (groups.length === 0) groups.push({ label: [], blocks: [block] })
    else groups.at(-1)?.blocks.push(block)
  }
  return groups.map(({ label, blocks: inner }) => ({
    voice: isAsking(inner) ? ' asking' : '',
    label: label.length > 0 ? `**${textToMarkdown(plainText(label))}**` : '',
    body: blocksToMarkdown(inner, context),
  }))
}

/** Questions speak with the voice of the guide. */
function isAsking(blocks: readonly Block[]): boolean {
  return /[?？؟;]$/.test(notesText(blocks).trim())
}

/** Line numbers of code that goes on from an earlier slide. */
function scopedStyle({ layout, blocks }: Slide): string {
  const code = blocks.find((block) => block.kind === 'code')
  if (layout !== 'code' || !code) return ''
  const first = code.firstLine ?? 1
  const numbers = code.numbers ?? code.value.split('\n').map((_, index) => String(first + index))
  if (numbers.every((number, index) => number === String(index + 1))) return ''
  return `<style scoped>\nsection { --lines: "${numbers.join('\\A ')}"; }\n</style>`
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ').trimEnd()
}
