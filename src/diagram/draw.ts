import { renderMermaidSVG } from 'beautiful-mermaid'
import { labelsOf, textsOf } from './labels.js'
import { inTheLook, sizeOf } from './look.js'
import { LARGEST_SOURCE, MOST_ARROWS, MOST_LINES, type DiagramRoom } from './room.js'
import { arrowsOf, labelWords, linesWithArrows, readDiagram, wordsOf, type DiagramKind } from './source.js'

/** A diagram as a picture. */
export interface Diagram {
  /** With literal colours, the names of our fonts, and a size in CSS px for the slide. */
  readonly svg: string
  readonly title?: string
  /** As its author wrote it for those who cannot see the picture. */
  readonly description?: string
  /** Its words, in order: those of boxes first, then those of arrows. */
  readonly labels: readonly string[]
}

/** Why there is no picture. */
export interface NotDrawn {
  readonly reason: string
}

// CSS px between boxes, before scaling: closer than the renderer's, so that a slide holds more.
const SPACING = { padding: 4, nodeSpacing: 24, layerSpacing: 34 }

// English, and no word of the guide's.
const RENDERERS_OWN = /<text\b[^>]*>\(no attributes\)<\/text>/g

// A relation of classes or entities has many forms, and a label that its words are checked by.
const ARROWS_KNOWN = new Set<DiagramKind>(['flowchart', 'state', 'sequence'])
const DRAWN_ARROW = / class="(?:edge|message)"/g

// What a slide gives to a picture, in CSS px.
const SLIDE = { width: 1120, height: 420 }

/**
 * Draws a diagram in Mermaid's language without a browser; harmless and bounded, whatever its source.
 * @param room what the guide's diagrams may still take; takes from it
 */
export function drawDiagram(written: string, room: DiagramRoom): Diagram | NotDrawn {
  if (written.length > LARGEST_SOURCE) return { reason: `it has more than ${LARGEST_SOURCE} characters` }
  const { name, kind, lines, title, description } = readDiagram(written)
  if (!kind)
    return {
      reason: name ? `"${name.slice(0, 40)}" is no kind that can be drawn` : 'it names no kind of diagram',
    }
  if (lines.length > MOST_LINES) return { reason: `it has more than ${MOST_LINES} lines` }
  const arrows = arrowsOf(lines)
  if (arrows > MOST_ARROWS) return { reason: `it has more than ${MOST_ARROWS} arrows` }
  if (arrows > room.arrows) return { reason: 'the guide’s diagrams together have too many arrows' }
  room.arrows -= arrows + lines.length / 4
  const drawn = drawnAs(kind, lines)
  if (drawn === undefined) return { reason: 'its lines cannot be read as such a diagram' }
  if (/<rect [^>]*width="0"/.test(drawn)) return { reason: 'a group of it has no boxes' }
  if (ARROWS_KNOWN.has(kind) && (drawn.match(DRAWN_ARROW)?.length ?? 0) < linesWithArrows(lines))
    return { reason: 'the drawing would lose an arrow' }
  const said = new Set(textsOf(drawn).flatMap(wordsOf))
  const lost = labelWords(kind, lines).find((word) => !said.has(word))
  if (lost !== undefined) return { reason: `the drawing would lose the word "${lost.slice(0, 40)}"` }
  return {
    svg: inTheLook(drawn),
    labels: labelsOf(drawn),
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
  }
}

/** A flowchart that would be too small on a slide from top to bottom goes from left to right where that is larger. */
function drawnAs(kind: DiagramKind, lines: readonly string[]): string | undefined {
  const drawn = render(lines)
  if (drawn === undefined || kind !== 'flowchart' || !/ (?:TD|TB)$/.test(lines[0] ?? '')) return drawn
  if (scaleOnSlide(drawn) >= 1) return drawn
  const across = render(['flowchart LR', ...lines.slice(1)])
  return across !== undefined && scaleOnSlide(across) > scaleOnSlide(drawn) ? across : drawn
}

/** Undefined where the source is not what it says. */
function render(lines: readonly string[]): string | undefined {
  try {
    const svg = renderMermaidSVG(lines.join('\n'), SPACING).replace(RENDERERS_OWN, '')
    return textsOf(svg).length > 0 && sizeOf(svg) ? svg : undefined
  } catch {
    // The renderer throws plain errors of many kinds; none of them is ours to tell.
    return undefined
  }
}

function scaleOnSlide(svg: string): number {
  const size = sizeOf(svg)
  return size ? Math.min(SLIDE.width / size.width, SLIDE.height / size.height) : 0
}
