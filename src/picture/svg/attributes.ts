import type { SaxesAttributeNS, SaxesTagNS } from 'saxes'
import { attributeName } from './allowed.js'
import { cleanCss } from './css.js'

/** Reads a picture that is embedded as a data URI; gives it back still, or undefined where it may not stay. */
export type EmbeddedPicture = (uri: string) => string | undefined

export interface AttributeRules {
  readonly embedded: EmbeddedPicture
  /** Called with the name of what is taken out. */
  readonly remove: (what: string) => void
}

/**
 * The attributes of an element that stay, by the name that they are written under.
 * @param element name that the element is written under
 */
export function cleanAttributes(
  tag: SaxesTagNS,
  element: string,
  rules: AttributeRules,
): Map<string, string> {
  const kept = new Map<string, string>()
  for (const attribute of Object.values(tag.attributes)) {
    const key = attributeName(attribute.uri, attribute.local)
    const value = key === undefined ? undefined : cleanValue(attribute, key, element, rules)
    if (key !== undefined && value !== undefined) kept.set(key, value)
    else if (/^on/i.test(attribute.local)) rules.remove('event handlers')
  }
  return kept
}

function cleanValue(
  { value }: SaxesAttributeNS,
  key: string,
  element: string,
  rules: AttributeRules,
): string | undefined {
  if (key === 'href' || key === 'xlink:href') return cleanLink(value.trim(), element, rules)
  const { css, isChanged } = cleanCss(value)
  if (isChanged) rules.remove('addresses in CSS')
  return css
}

/** A link within the picture, or a picture that it brings. */
function cleanLink(
  address: string,
  element: string,
  { embedded, remove }: AttributeRules,
): string | undefined {
  if (address.startsWith('#')) return element === 'g' ? undefined : address
  const isImage = element === 'image' || element === 'feImage'
  const picture = isImage && /^data:/i.test(address) ? embedded(address) : undefined
  if (picture === undefined && element !== 'g') remove('links out of it')
  return picture
}
