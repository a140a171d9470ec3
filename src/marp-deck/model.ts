import type { Guide } from '../guide/index.js'
import type { DeckSlide } from './slides.js'
import type { ThemeFile } from './themes.js'

/** A Marp deck that is taken as it was written. */
export interface MarpDeck {
  /** Its title, notes and pictures; section n holds the notes of slide n. */
  readonly guide: Guide
  readonly slides: readonly DeckSlide[]
  /** The deck itself, with its pictures in media/ and what would be asked for on the network left out. */
  readonly markdown: string
  /** Its themes that are not Marp's own, these with what they build on first; their pictures in media/, too. */
  readonly themes: readonly ThemeFile[]
  /** By path below the output folder: pictures, and stylesheets of themes. */
  readonly media: ReadonlyMap<string, Uint8Array | string>
  /** Data URIs by address: as the author wrote it, and as `media/…`. */
  readonly pictures: ReadonlyMap<string, string>
}
