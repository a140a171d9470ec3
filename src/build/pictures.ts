import type { Guide } from '../guide/index.js'

/**
 * Each picture of the guide as a data URI, by its file name in media/.
 * @param drawn SVG of our own, by file name
 * @param embed puts the faces of its labels into an SVG, which cannot see those of the page
 */
export function dataUris(
  guide: Guide,
  drawn: ReadonlyMap<string, string>,
  embed: (svg: string) => string,
): ReadonlyMap<string, string> {
  const uris = new Map([...drawn].map(([name, svg]) => [name, dataUri('image/svg+xml', Buffer.from(svg))]))
  for (const asset of guide.assets.values()) {
    if (asset.state !== 'read') continue
    const isSvg = asset.mediaType === 'image/svg+xml'
    const bytes = isSvg
      ? Buffer.from(embed(Buffer.from(asset.bytes).toString('utf8')))
      : Buffer.from(asset.bytes)
    uris.set(asset.name, dataUri(asset.mediaType, bytes))
  }
  return uris
}

function dataUri(mediaType: string, bytes: Buffer): string {
  return `data:${mediaType};base64,${bytes.toString('base64')}`
}
