import { readDeckHtml } from '../../src/check/index.js'
import { hasLastResort } from '../../src/fonts/index.js'

/** Slides (1-based) that need not look as marp-cli's, and why: what it asks of the network, or draws without a font. */
export function exceptionsOf(deckHtml: string): ReadonlyMap<number, string> {
  const slides = deckHtml.split(/(?=<svg data-marpit-svg)/).slice(1)
  const read = readDeckHtml(deckHtml).slides
  const found = new Map<number, string>()
  slides.forEach((html, index) => {
    const words = read[index]?.blocks.join(' ') ?? ''
    const why = /<math|<mjx-container/.test(html)
      ? 'formulas'
      : /\p{Extended_Pictographic}(?<![\d#*©®™])/u.test(words)
        ? 'emoji'
        : [...words].some((letter) => /\p{L}/u.test(letter) && !hasLastResort(letter))
          ? 'letters without a font'
          : html.includes(NOT_READ) || html.includes(NO_BACKGROUND)
            ? 'a picture that was not read'
            : undefined
    if (why) found.set(index + 1, why)
  })
  return found
}

/** How the stand-ins for pictures begin, in base64. */
const NOT_READ = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="480" height="270"')
  .toString('base64')
  .slice(0, -4)
const NO_BACKGROUND = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"')
  .toString('base64')
  .slice(0, -4)
