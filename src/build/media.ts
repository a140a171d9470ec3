import type { Guide } from '../guide/index.js'
import type { MadeFile } from './made-file.js'

/**
 * The pictures that deck.md links to: the guide's, and those QR codes that stand on a slide.
 * @param codes SVG by file name
 */
export function mediaOf(
  guide: Guide,
  codes: ReadonlyMap<string, string>,
  markdown: string,
): readonly (readonly [path: string, file: MadeFile])[] {
  const own = [...guide.assets.values()].flatMap((asset) =>
    asset.state === 'read' ? [[`media/${asset.name}`, { content: asset.bytes }] as const] : [],
  )
  const shown = [...codes].filter(([name]) => markdown.includes(`](media/${name})`))
  return [...own, ...shown.map(([name, svg]) => [`media/${name}`, { content: svg }] as const)]
}
