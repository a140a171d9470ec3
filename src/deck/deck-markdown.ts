import { plainText, type Block, type Inline } from '../guide/index.js'
import type { Templates } from '../templates/index.js'
import { directives, lines } from './directives.js'
import { leadsOnTheirOwnLine } from './leads.js'
import { blocksToMarkdown, headingToMarkdown, mentionToMarkdown, textToMarkdown } from './markdown.js'
import { qrLink, qrName, withAddresses } from './links.js'
import { mediaUrl, type MarkdownContext } from './markdown-inline.js'
import { notesComment, notesText } from './notes.js'
import type { DeckDocument, Slide } from './slide.js'
import { deckStyle } from './style.js'
import { GOES_ON } from './wrap-code.js'
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
  const qr = qrLink(slide)
  const blocks =
    slide.layout === 'links'
      ? withAddresses(slide, context.words.say('scanOrType'))
      : leadsOnTheirOwnLine(slide)
  return {
    layout: slide.layout,
    directives: directives(slide, context.assets),
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
    qr: qr ? mediaUrl(qrName(qr.url)) : '',
    foot: isFirst ? '' : lines(slide.foot),
    authored: slide.markdown ?? '',
    scopedStyle: scopedStyle(slide),
    notes: notesComment(notesText([...slide.notes, ...slide.moved])),
  }
}

function heading(slide: Slide, context: MarkdownContext): string {
  const { layout, title, titleIsMention, part } = slide
  if (title.length === 0 || layout === 'authored' || saysItsLabelAgain(slide)) return ''
  const suffix = part && part.n > 1 ? context.words.say('partOf', { n: part.n, of: part.of }) : undefined
  const depth = layout === 'title' || layout === 'divider' ? 1 : 2
  if (!titleIsMention) return headingToMarkdown(depth, title, context, suffix)
  // Looks like the heading, but the outline shall have it once.
  return `<div class="title">\n\n${mentionToMarkdown(title, context, suffix)}\n\n</div>`
}

/** Over a statement, the section's name would stand twice: the margin has it. */
function saysItsLabelAgain({ layout, title, titleIsMention, label, blocks }: Slide): boolean {
  const isSpoken = layout === 'statement' || layout === 'quote' || layout === 'number'
  return isSpoken && titleIsMention && blocks.length > 0 && plainText(title) === label
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

/** What stands in the gutter beside code: numbers that do not begin with 1, and signs of lines that go on. */
function scopedStyle({ layout, blocks }: Slide): string {
  const codes = blocks.filter((block) => block.kind === 'code')
  const rules = codes.flatMap((code, index) => {
    const first = code.firstLine ?? 1
    const numbers = code.numbers ?? code.value.split('\n').map((_, line) => String(first + line))
    if (layout === 'code') {
      const isPlain = index > 0 || numbers.every((number, line) => number === String(line + 1))
      return isPlain ? [] : [`section { --lines: "${numbers.join('\\A ')}"; }`]
    }
    if (!numbers.includes(GOES_ON)) return []
    const marks = numbers.map((number) => (number === GOES_ON ? GOES_ON : '')).join('\\A ')
    return [`section > pre:nth-of-type(${index + 1}) { --marks: "${marks}"; }`]
  })
  return rules.length > 0 ? `<style scoped>\n${rules.join('\n')}\n</style>` : ''
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ').trimEnd()
}
