import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { PhrasingContent, RootContent } from 'mdast'
import { isPhrasing } from './phrasing.js'

/** What moves or is embedded becomes a link to it, under its title or what it says where it cannot be shown. */
export function media(state: State, node: Element): RootContent[] {
  const fallback = state.all(node)
  const url = addressOf(node)
  if (url === undefined || fallback.some(leadsOn)) return fallback
  const { title, ariaLabel, alt } = node.properties
  const label = [title, ariaLabel, alt].find((one) => typeof one === 'string' && one.trim() !== '')
  const words = fallback.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
  const isLabel = words.length > 0 && words.every(isPhrasing)
  const children: PhrasingContent[] =
    isLabel && label === undefined
      ? (words as PhrasingContent[])
      : [{ type: 'text', value: typeof label === 'string' ? label.trim() : url }]
  const link: RootContent = { type: 'link', url, title: null, children }
  state.patch(node, link)
  if (words.length === 0 || (isLabel && label === undefined)) return [link]
  return isLabel ? [link, { type: 'text', value: ' ' }, ...fallback] : [link, ...fallback]
}

function addressOf(node: Element): string | undefined {
  const { src, data, href } = node.properties
  const sources = node.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  )
  const url = [src, data, href, ...sources.map(({ properties }) => properties.src)].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  )
  return url === undefined || /^\s*(data|about|blob):/i.test(url) ? undefined : url.trim()
}

function leadsOn(node: RootContent): boolean {
  return node.type === 'link' || ('children' in node && (node.children as RootContent[]).some(leadsOn))
}
