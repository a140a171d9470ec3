import { finding, type Finding, type Place } from '../finding/index.js'
import {
  boundSlides,
  codeRanges,
  guideName,
  orExcess,
  readRootOf,
  readSlidesGuide,
  type OpenedGuide,
  type ReadGuide,
  type SlideText,
  type World,
} from '../guide/index.js'
import { collectAddresses } from './collect.js'
import { createDeckEngine } from './engine.js'
import { readFont, type DeckFont } from './fonts.js'
import { mediaOf } from './media.js'
import type { MarpDeck } from './model.js'
import { slidesOf, type DeckSlide } from './slides.js'
import { lineOfAddress, withAddresses } from './source-addresses.js'
import { themeMentions } from './theme-mentions.js'
import { findThemes } from './themes.js'

export interface ReadMarpDeck extends ReadGuide {
  /** Absent where it cannot be read at all. */
  readonly deck?: MarpDeck
}

/** Reads a Marp deck as it was written: its slides, notes, themes and pictures. */
export async function readMarpDeck(opened: OpenedGuide, world: World): Promise<ReadMarpDeck> {
  return orExcess(opened, () => readDeck(opened, world))
}

/** @throws TooMuch where the deck goes past a bound */
async function readDeck(opened: OpenedGuide, world: World): Promise<ReadMarpDeck> {
  const { source, path, shownAs } = opened
  // The parser that keeps to bounds goes first.
  const code = codeRanges(source)
  const root = await readRootOf(path, world)
  const mentions = themeMentions(source)
  const names = mentions.map(({ name }) => name)
  const themes = await findThemes(names, path, root, world)
  const styles = themes.map(({ css }) => css)
  const engine = createDeckEngine({ themes: styles })
  const slides = slidesOf(source, engine)
  boundSlides(slides)
  const collected = collectAddresses(engine.render(source), engine)

  const firstLine = slides[0]?.line ?? 1
  const placeOf = (address: string) => at(lineOfAddress(source, address, code) ?? firstLine)
  const pictures = new Map(
    collected.pictures.map(({ address, uses }) => [address, { place: placeOf(address), uses }]),
  )
  const title = slides.find((slide) => slide.title !== '')?.title ?? guideName(path).replace(/[-_]+/g, ' ')
  const texts = { slides: slides.map(textOf), title }
  const read = await readSlidesGuide(opened, { ...texts, pictures, others: styles }, world)
  if (!read.guide) return read
  const fonts = new Map<string, DeckFont>()
  for (const address of collected.fonts) {
    const font = await readFont(address, path, root, world)
    if (font) fonts.set(address, font)
  }
  const findings: Finding[] = [
    ...mentions
      .filter(({ name }) => !engine.themeSet.has(name))
      .map(({ name, line }) => finding('marp-theme-missing', { name }, at(line))),
    ...[...collected.stylesheets, ...collected.fonts.filter((address) => !fonts.has(address))].map(
      (address) => finding('marp-address', { address: address.slice(0, 80) }, placeOf(address)),
    ),
    ...[...collected.films].map(([tag, count]) => finding('html-removed', { tag, count }, at(firstLine))),
  ]

  const media = mediaOf(read.guide, collected, fonts)
  const paths = new Map([...media].map(([address, { path }]) => [address, encodeURI(path)]))
  const written = themes.map(({ name, css }) => ({
    name,
    css: withAddresses(css, paths, []),
  }))
  const deck: MarpDeck = {
    guide: read.guide,
    slides,
    markdown: withMedia(source, slides),
    themes: written,
    media: new Map<string, Uint8Array | string>([
      ...[...media.values()].map(({ path, bytes }) => [path, bytes] as const),
      ...written.map(({ name, css }) => [`media/${name}.css`, css] as const),
    ]),
    pictures: new Map(
      [...media].flatMap(([address, { path, dataUri }]) => [
        [address, dataUri] as const,
        [path, dataUri] as const,
      ]),
    ),
  }
  return { ...read, deck, findings: [...findings, ...read.findings] }

  /** The deck with the paths of what was read; as it was where its words would change with them. */
  function withMedia(source: string, slides: readonly DeckSlide[]): string {
    const written = withAddresses(source, paths, code)
    const textsOf = (all: readonly DeckSlide[]): string => JSON.stringify(all.map(({ texts }) => texts))
    return textsOf(slidesOf(written, engine)) === textsOf(slides) ? written : source
  }

  function at(line: number): Place {
    return { file: shownAs, line, column: 1 }
  }
}

/** A slide without a heading goes by its number. */
function textOf({ number, title, line, notes }: DeckSlide): SlideText {
  return { title: title || String(number), line, notes }
}
