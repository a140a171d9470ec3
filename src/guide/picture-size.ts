import type { Image } from 'mdast'

/** A length as an author gives it: CSS px, or per cent of the text's width. */
export interface Length {
  readonly value: number
  readonly unit: 'px' | '%'
}

/** How large an author wants a picture at most. */
export interface PictureSize {
  readonly width?: Length
  /** Always in px. */
  readonly height?: Length
}

/** CSS px in one of each unit; an em is taken as the browser's default. */
const PX: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  em: 16,
  rem: 16,
  ex: 8,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

const LARGEST = 10_000

/** Reads `200`, `200px`, `12em`, `50%`; undefined where it says nothing that can be kept. */
export function lengthOf(text: unknown): Length | undefined {
  const match = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*(%|[a-z]*)[\s;]*$/i.exec(
    typeof text === 'number' ? String(text) : asText(text),
  )
  if (!match) return undefined
  const number = Number(match[1])
  const unit = (match[2] as string).toLowerCase()
  if (unit === '%') return number > 0 ? { value: Math.min(number, 100), unit: '%' } : undefined
  const px = number * (PX[unit] ?? Number.NaN)
  return px > 0 && px <= LARGEST ? { value: Math.round(px * 100) / 100, unit: 'px' } : undefined
}

/** A size of width and height as written; undefined where neither says anything. */
export function pictureSize(width: unknown, height: unknown): PictureSize | undefined {
  const wide = lengthOf(width)
  const high = lengthOf(height)
  if (!wide && high?.unit !== 'px') return undefined
  return { ...(wide ? { width: wide } : {}), ...(high?.unit === 'px' ? { height: high } : {}) }
}

/** The size that a picture of running text carries. */
export function sizeOf(image: Image): PictureSize | undefined {
  return (image.data as { size?: PictureSize } | undefined)?.size
}

/**
 * The width that a picture gets, in CSS px: never more than its own, nor than its author wants.
 * @param own the picture's size in CSS px, where its file says it
 * @param full width of the text around it, in CSS px
 * @returns undefined where its author asks for nothing
 */
export function boundedWidth(
  size: PictureSize | undefined,
  own: { readonly width?: number; readonly height?: number },
  full: number,
): number | undefined {
  if (!size) return undefined
  const ratio = own.width && own.height ? own.width / own.height : undefined
  const wanted = [
    size.width && (size.width.unit === '%' ? (full * size.width.value) / 100 : size.width.value),
    size.height && ratio ? size.height.value * ratio : undefined,
    own.width,
    full,
  ].filter((one): one is number => one !== undefined)
  return Math.max(1, Math.round(Math.min(...wanted)))
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
