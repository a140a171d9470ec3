import { embedFonts } from '../fonts/index.js'
import type { Guide } from '../guide/index.js'

/** Each picture of the guide as a data URI, by its file name in media/. */
export function dataUris(guide: Guide): ReadonlyMap<string, string> {
  const uris = new Map<string, string>()
  for (const asset of guide.assets.values()) {
    if (asset.state !== 'read') continue
    const isSvg = asset.mediaType === 'image/svg+xml'
    const bytes = isSvg
      ? Buffer.from(embedFonts(Buffer.from(asset.bytes).toString('utf8')))
      : Buffer.from(asset.bytes)
    uris.set(asset.name, `data:${asset.mediaType};base64,${bytes.toString('base64')}`)
  }
  return uris
}
