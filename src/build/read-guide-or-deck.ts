import { openGuide, readOpened, type ReadGuide, type World } from '../guide/index.js'
import type { MarpDeck } from '../marp-deck/index.js'

/** A guide that was read; with a deck where the file is one of Marp's. */
export interface ReadGuideOrDeck extends ReadGuide {
  readonly deck?: MarpDeck
}

/** Reads a file as what it is: a guide, or a Marp deck, which is taken as it was written. */
export async function readGuideOrDeck(file: string, world: World, shownAs: string): Promise<ReadGuideOrDeck> {
  const opened = await openGuide(file, world, shownAs)
  if ('findings' in opened) return opened
  if (!/^["']?marp["']?[ \t]*:/m.test(opened.source)) return readOpened(opened, world)
  const { isMarpDeck, readMarpDeck } = await import('../marp-deck/index.js')
  return isMarpDeck(opened.source) ? readMarpDeck(opened, world) : readOpened(opened, world)
}
