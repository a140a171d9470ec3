// `npx marp output/<guide>/deck.md` with this gives the slides that Deckhand prints: one engine for both.
import { createEngine } from './dist/engine.js'

export default {
  engine: (marp) => createEngine({ marp }),
  allowLocalFiles: false,
}
