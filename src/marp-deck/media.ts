import { createHash } from 'node:crypto'
import type { Guide } from '../guide/index.js'
import type { Collected } from './collect.js'
import type { DeckFont } from './fonts.js'
import { EMPTY_BACKGROUND, standIn } from './stand-in.js'

/** A picture or font of a deck, as deck.md and as the HTML have it. */
export interface Medium {
  /** `media/…` */
  readonly path: string
  readonly bytes: Uint8Array
  readonly dataUri: string
}

/** What stands for each address of a deck: what was read, or a label in its place. */
export function mediaOf(
  guide: Guide,
  { pictures }: Collected,
  fonts: ReadonlyMap<string, DeckFont>,
): ReadonlyMap<string, Medium> {
  const media = new Map<string, Medium>()
  for (const { address, isBackground } of pictures) {
    const asset = guide.assets.get(address)
    if (asset?.state === 'read') media.set(address, medium(asset.name, asset.mediaType, asset.bytes))
    else {
      const bytes = Buffer.from(isBackground ? EMPTY_BACKGROUND : standIn(address))
      const sum = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
      media.set(address, medium(`not-read-${sum}.svg`, 'image/svg+xml', bytes))
    }
  }
  for (const [address, { name, mediaType, bytes }] of fonts)
    media.set(address, medium(name, mediaType, bytes))
  return media
}

function medium(name: string, mediaType: string, bytes: Uint8Array): Medium {
  return {
    path: `media/${name}`,
    bytes,
    dataUri: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
  }
}
