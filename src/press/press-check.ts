import { finding, type Finding } from '../finding/index.js'
import { readableAddress } from '../look/index.js'
import type { Ink, InkText } from '../pdf/index.js'
import { greyContrast } from './grey.js'

/** One PDF that is to be copied. */
export interface PressCopy {
  readonly artefact: string
  readonly ink: Ink
  /** BCP 47 */
  readonly lang: string
  /** All words of it. */
  readonly text: string
  /** Whether a font at hand has a letter; others are printed as codes. */
  readonly canPrint?: ((letter: string) => boolean) | undefined
  /** Whether readers of this copy have no other place to look an address up, and read its paragraphs at length. */
  readonly standsAlone: boolean
}

// pt, of look.md and of the issue for prints; sizes are rounded on their way through the browser.
const SMALLEST = 9
const ROUNDED = 0.05
const BODY = 12
const BODY_EAST_ASIAN = 11
/** Letters; what stands in the margin column has fewer. */
const LINE = 40
/** From here on text is large, and may have less contrast. */
const LARGE = 18
const CONTRAST = 4.5
const CONTRAST_LARGE = 3
const EXCERPT = 60

/**
 * What is to be mended before a PDF is copied: fonts that are not in it, text that is too small or fades in grey,
 * addresses that cannot be read. Pictures and formulas are their author's. One finding for each fault: its worst place.
 */
export function pressCheck(copy: PressCopy): readonly Finding[] {
  const texts = copy.ink.texts.filter(({ kind }) => kind !== 'picture')
  return [
    ...fonts(copy),
    ...small(copy, texts),
    ...(copy.standsAlone ? body(copy, texts) : []),
    ...grey(copy, texts),
    ...(copy.standsAlone ? links(copy) : []),
  ]
}

function fonts({ artefact, ink }: PressCopy): readonly Finding[] {
  return ink.fonts.flatMap(({ name, isEmbedded, isType3 }) => [
    ...(isEmbedded ? [] : [finding('press-font-missing', { artefact, font: name })]),
    ...(isType3 ? [finding('press-font-drawn', { artefact, font: name })] : []),
  ])
}

function small({ artefact }: PressCopy, texts: readonly InkText[]): readonly Finding[] {
  const worst = least(texts, ({ size }) => size)
  if (!worst || worst.size >= SMALLEST - ROUNDED) return []
  return [finding('press-text-small', { artefact, page: worst.page, size: worst.size, text: excerpt(worst) })]
}

/** The size that most letters have in whole lines of paragraphs; labels are shorter. */
function body({ artefact, lang }: PressCopy, texts: readonly InkText[]): readonly Finding[] {
  const isEastAsian = /^(?:ja|zh|ko)\b/i.test(lang)
  const line = isEastAsian ? LINE / 2 : LINE
  const letters = new Map<number, number>()
  for (const { kind, size, text } of texts) {
    const rounded = Math.round(size * 10) / 10
    if (kind === 'paragraph' && text.length >= line)
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  const [most] = [...letters].toSorted(([, a], [, b]) => b - a)
  const needed = isEastAsian ? BODY_EAST_ASIAN : BODY
  if (!most || most[0] >= needed - ROUNDED) return []
  return [finding('press-body-small', { artefact, size: most[0], least: needed })]
}

function grey({ artefact }: PressCopy, texts: readonly InkText[]): readonly Finding[] {
  const contrastOf = ({ colour, ground }: InkText): number =>
    colour && ground ? greyContrast(colour, ground) : Infinity
  const faint = texts.filter((one) => contrastOf(one) < (one.size >= LARGE ? CONTRAST_LARGE : CONTRAST))
  const worst = least(faint, contrastOf)
  if (!worst) return []
  const data = { artefact, page: worst.page, contrast: contrastOf(worst), text: excerpt(worst) }
  return [finding('press-grey', data)]
}

function links({ artefact, ink, text, canPrint }: PressCopy): readonly Finding[] {
  const printed = bare(text)
  const [url, ...others] = ink.addresses.filter(
    (address) => /^https?:/i.test(address) && !printed.includes(bare(readableAddress(address, canPrint))),
  )
  return url === undefined ? [] : [finding('press-link-hidden', { artefact, url, others: others.length })]
}

/** Letters and digits alone: an address may be cut at a line's end. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function least<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (worst, item) => (worst === undefined || of(item) < of(worst) ? item : worst),
    undefined,
  )
}

function excerpt({ text }: InkText): string {
  const folded = text.replace(/\s+/g, ' ').trim()
  return folded.length > EXCERPT ? `${folded.slice(0, EXCERPT - 1)}…` : folded
}
