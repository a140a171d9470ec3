import type { InkColour } from '../pdf/index.js'

/**
 * The contrast that two colours keep in grey, 1 to 21 by WCAG's formula. Copiers make grey by the light that a colour
 * gives, or by the weights of television (ITU-R BT.601): the lower of both counts.
 */
export function greyContrast(one: InkColour, other: InkColour): number {
  return Math.min(
    ...[luminance, luma].map((light) => {
      const [a, b] = [light(one), light(other)]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }),
  )
}

function luminance([red, green, blue]: InkColour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** The light of the grey that the three parts make when they are weighed as they are written. */
function luma([red, green, blue]: InkColour): number {
  return linear(0.299 * red + 0.587 * green + 0.114 * blue)
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
