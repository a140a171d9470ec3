import { boundedWidth, type Asset, type PictureSize } from '../guide/index.js'

/** A picture's bytes as a data URI, so that the page asks for no file. */
export function pictureSource(asset: Asset, embedFonts: ((svg: string) => string) | undefined): string {
  const isSvg = asset.mediaType === 'image/svg+xml'
  const bytes =
    isSvg && embedFonts ? Buffer.from(embedFonts(Buffer.from(asset.bytes).toString('utf8'))) : asset.bytes
  return `data:${asset.mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}

/**
 * The width that its author wants of a picture, in CSS px; undefined where that is no less than it would get anyway.
 */
export function askedWidth(size: PictureSize | undefined, asset: Asset): number | undefined {
  const width = boundedWidth(size ?? ownSize(asset), asset, COLUMN)
  return width !== undefined && width < Math.min(asset.width ?? COLUMN, COLUMN) ? width : undefined
}

function ownSize({ widthOnPaper }: Asset): PictureSize | undefined {
  return widthOnPaper === undefined ? undefined : { width: { value: widthOnPaper, unit: 'px' } }
}

/** How far a picture may reach: the text column, or the margin column, too. */
export type PictureWidth = 'column' | 'wide'

// CSS px of the text column's 118 mm, and what a picture may be reduced to before its labels are hard to read.
const COLUMN = 446
const REDUCTION = 0.8
// Text and margin column.
const WHOLE = 658

/** A picture that would be reduced too much in the text column takes the whole width, unless it is tall. */
export function pictureWidth({ width, height, widthOnPaper = width }: Asset): PictureWidth {
  if (!width || !height || !widthOnPaper) return 'column'
  return widthOnPaper * REDUCTION > COLUMN && width / height > 1.2 ? 'wide' : 'column'
}

/** CSS px that a picture gets where its author wants no other width. */
export function printedWidth(asset: Asset): number {
  return pictureWidth(asset) === 'wide' ? WHOLE : COLUMN
}
