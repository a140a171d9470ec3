import type { EmbeddedPicture } from './attributes.js'
import { parseSvg } from './parse.js'
import { Stopped, type SvgFault } from './stopped.js'
import { createSvgWriter, type CleanSvg } from './writer.js'

/**
 * Writes an SVG anew with what draws a still picture and nothing else: no script, no address outside of it, no entity, no
 * animation, no more elements than a browser can bear.
 */
export function cleanSvg(source: string, embedded: EmbeddedPicture): CleanSvg | SvgFault {
  const writer = createSvgWriter(embedded)
  try {
    parseSvg(source, writer)
    return writer.finish()
  } catch (error) {
    if (error instanceof Stopped) return error.told
    throw error
  }
}
