import type { Guide } from '../guide/index.js'

/**
 * Each picture of the guide as a data URI, by its file name in media/.
 * @param embed puts the faces of its labels into an SVG, which cannot see those of the page
 */
export function dataUris(guide: Guide, embed: (svg: string) => string): ReadonlyMap<string, string> {
  const uris = new Map<string, string>()
  for (const asset of guide.assets.values()) {
    if (asset.state !== 'read') continue
    const isSvg = asset.mediaType === 'image/svg+xml'
    const bytes = isSvg
      ? Buffer.from(embed(Buffer.from(asset.bytes).toString('utf8')))
      : Buffer.from(asset.bytes)
    uris.set(asset.name, `data:${asset.mediaType};base64,${bytes.toString('base64')}`)
  }
  return uris
}
