/** What the diagrams of one guide may take in all; drawing is far from linear in the arrows of one. */
export interface DiagramRoom {
  arrows: number
}

/** Arrows of one diagram; more make no slide, and a dense one of 600 takes minutes. */
export const MOST_ARROWS = 150

/** Characters and lines of one diagram's source. */
export const LARGEST_SOURCE = 20_000
export const MOST_LINES = 400

const MOST_ARROWS_IN_ALL = 3_000

export function createDiagramRoom(): DiagramRoom {
  return { arrows: MOST_ARROWS_IN_ALL }
}
