import { imageSize } from 'image-size'

// CSS px; what is larger shows no more on a slide or a page.
const LARGEST_SIDE = 10_000

export interface RootSize {
  readonly width: number
  readonly height: number
}

/** Gives the root element the size that it says, or that of its view box; in place, by attribute name. */
export function sizeRoot(attributes: Map<string, string>): RootSize | undefined {
  const viewBox = attributes
    .get('viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .join(' ')
  if (viewBox !== undefined) attributes.set('viewBox', viewBox)
  const said = sizeSaid(attributes)
  if (!said) return undefined
  const scale = Math.min(1, LARGEST_SIDE / Math.max(said.width, said.height))
  const size = {
    width: Math.max(1, Math.round(said.width * scale)),
    height: Math.max(1, Math.round(said.height * scale)),
  }
  const isSaid = ['width', 'height'].every((name) =>
    /^[\d.]+(?!.*%)/.test(attributes.get(name)?.trim() ?? ''),
  )
  if (scale < 1 || !isSaid) {
    if (viewBox === undefined) attributes.set('viewBox', `0 0 ${said.width} ${said.height}`)
    attributes.set('width', String(size.width))
    attributes.set('height', String(size.height))
  }
  return size
}

function sizeSaid(attributes: ReadonlyMap<string, string>): RootSize | undefined {
  const named = ['width', 'height', 'viewBox'].flatMap((name) => {
    const value = attributes.get(name)?.trim()
    return value !== undefined && /^[\w.\s+-]+$/.test(value) ? [`${name}="${value}"`] : []
  })
  try {
    const { width, height } = imageSize(Buffer.from(`<svg ${named.join(' ')}>`))
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    return undefined
  }
}
