import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { Image, RootContent } from 'mdast'
import { pictureSize } from '../picture-size.js'

/** A picture with the size that its author gives it. */
export function image(state: State, node: Element): RootContent[] {
  const { src, dataSrc, srcSet, alt, title, width, height, style } = node.properties
  const url = [src, dataSrc].find((one) => typeof one === 'string' && one.trim() !== '') ?? firstOf(srcSet)
  const words = typeof alt === 'string' ? alt.replace(/\s+/g, ' ').trim() : ''
  if (typeof url !== 'string') return words === '' ? [] : [{ type: 'text', value: words }]
  const size = pictureSize(width ?? styled(style, 'width'), height ?? styled(style, 'height'))
  // An empty alternative text says that the picture is decoration (HTML, 4.8.4.4); one that is absent says nothing.
  const data = { ...(size ? { size } : {}), ...(alt === '' ? { isDecoration: true } : {}) }
  const result: Image = {
    type: 'image',
    url: url.trim(),
    alt: words,
    title: typeof title === 'string' && title.trim() !== '' ? title : null,
    ...(Object.keys(data).length > 0 ? { data: data as Image['data'] } : {}),
  }
  state.patch(node, result)
  return [result]
}

/** Of a picture's sources the plain one. */
export function picture(state: State, node: Element): RootContent[] {
  const content = state.all(node)
  if (content.some((child) => child.type === 'image' || child.type === 'link')) return content
  const source = node.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  )
  const url = firstOf(source?.properties.srcSet)
  if (!url) return content
  return [
    ...content,
    ...image(state, { ...node, tagName: 'img', properties: { ...node.properties, src: url } }),
  ]
}

/** The first address of `small.png 1x, large.png 2x`; property-information gives a text or a list. */
function firstOf(srcSet: unknown): string | undefined {
  const list = Array.isArray(srcSet) ? srcSet.join(',') : typeof srcSet === 'string' ? srcSet : ''
  return /^[\s,]*([^\s,]\S*)/.exec(list)?.[1]?.replace(/,+$/, '')
}

function styled(style: unknown, name: string): string | undefined {
  if (typeof style !== 'string') return undefined
  return new RegExp(`(?:^|[;\\s])(?:max-)?${name}\\s*:\\s*([\\d.]+[a-z%]+)`, 'i').exec(
    style.slice(0, 1000),
  )?.[1]
}
