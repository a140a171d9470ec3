import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes'
import { SVG, XLINK, attributeName, elementFate } from './allowed.js'
import { cleanCss } from './css.js'
import { createExpansion } from './expansion.js'
import { createForeignText, type ForeignText } from './foreign-text.js'
import { sizeRoot, type RootSize } from './root-size.js'

const DEEPEST = 100
const MOST_ELEMENTS = 100_000
const MOST_DRAWN = 500_000

export interface CleanSvg {
  readonly text: string
  /** What was taken out, by name, each once. */
  readonly removed: readonly string[]
  readonly size?: RootSize
}

export interface SvgFault {
  readonly fault: 'refused' | 'broken' | 'too-large'
  readonly reason: string
}

/** Reads a picture that is embedded as a data URI; gives it back still, or undefined where it may not stay. */
export type EmbeddedPicture = (uri: string) => string | undefined

/** Stops the parser; never leaves this file. */
class Stopped extends Error {
  readonly told: SvgFault

  constructor(fault: SvgFault['fault'], reason: string) {
    super(reason)
    this.told = { fault, reason }
  }
}

/**
 * Writes an SVG anew with what draws a still picture and nothing else: no script, no address outside of it, no entity, no
 * animation, no more elements than a browser can bear.
 */
export function cleanSvg(source: string, embedded: EmbeddedPicture): CleanSvg | SvgFault {
  const removed = new Set<string>()
  const expansion = createExpansion()
  const parser = new SaxesParser({ xmlns: true, position: true })
  let written = ''
  let depth = 0
  let elements = 0
  /** Depth at which an element that goes was opened; 0 outside of one. */
  let leftOutAt = 0
  let style: string | undefined
  let foreign: ForeignText | undefined
  let size: RootSize | undefined
  const names: string[] = []

  parser.on('error', (error) => {
    throw new Stopped(
      'broken',
      `it is not well-formed XML (${error.message.replace(/^(?:undefined:)?(\d+):\d+: /, 'line $1: ')})`,
    )
  })
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding))
      throw new Stopped('refused', `it says that it is written in ${encoding.slice(0, 20)}: save it as UTF-8`)
  })
  parser.on('doctype', (text) => {
    if (/<!(?:ENTITY|ATTLIST|ELEMENT)/i.test(text) || text.includes('['))
      throw new Stopped('refused', 'it defines XML entities: export it again without')
  })
  parser.on('processinginstruction', ({ target }) => {
    if (/^xml-stylesheet$/i.test(target)) removed.add('a style sheet')
  })
  parser.on('opentag', (tag) => {
    depth++
    if (++elements > MOST_ELEMENTS)
      throw new Stopped('too-large', `it has more than ${MOST_ELEMENTS} elements`)
    if (depth > DEEPEST) throw new Stopped('too-large', `its elements are nested deeper than ${DEEPEST}`)
    if (leftOutAt > 0) {
      foreign?.breakAt(tag.local)
      return
    }
    if (depth === 1 && !(tag.local === 'svg' && elementFate(tag.uri, 'svg') === 'keep'))
      throw new Stopped('refused', 'its root is no svg element')
    const fate = elementFate(tag.uri, tag.local)
    if (typeof fate === 'object') {
      leaveOut(tag, fate.told)
      return
    }
    open(tag, fate === 'group' ? 'g' : tag.local)
  })
  parser.on('text', (text) => keep(text))
  parser.on('cdata', (text) => keep(text))
  parser.on('closetag', (tag) => {
    const isLeftOut = leftOutAt > 0
    if (isLeftOut) foreign?.breakAt(tag.local)
    if (leftOutAt === depth) {
      leftOutAt = 0
      written += foreign?.write(escapeText) ?? ''
      foreign = undefined
    }
    depth--
    if (!isLeftOut) close()
  })

  try {
    parser.write(source).close()
  } catch (error) {
    if (error instanceof Stopped) return error.told
    throw error
  }
  if (expansion.count() > MOST_DRAWN)
    return { fault: 'too-large', reason: `it draws more than ${MOST_DRAWN} elements by copying its own` }
  return { text: `${written}\n`, removed: [...removed], ...(size ? { size } : {}) }

  function open(tag: SaxesTagNS, name: string): void {
    const attributes = attributesOf(tag, name)
    expansion.open(name, attributes.get('id'))
    for (const value of attributes.values()) for (const id of idsIn(value)) expansion.refers(id)
    if (depth === 1) size = sizeRoot(attributes)
    const spaces = depth === 1 ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : ''
    const list = [...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    written += `<${name}${spaces}${list.join('')}>`
    names.push(name)
    if (name === 'style') style = ''
  }

  function close(): void {
    if (style !== undefined) {
      const { css, isChanged } = cleanCss(style)
      if (isChanged) removed.add('addresses in CSS')
      for (const id of idsIn(css)) expansion.styleRefers(id)
      written += escapeText(css + (/animation|@keyframes/i.test(css) ? ANIMATIONS_AT_THEIR_END : ''))
      style = undefined
    }
    written += `</${names.pop()}>`
    expansion.close()
  }

  /** Of HTML its words stay, unless a switch has another picture of them. */
  function leaveOut(tag: SaxesTagNS, name: string | undefined): void {
    leftOutAt = depth
    const isHtml = tag.local === 'foreignObject' && tag.uri === SVG
    if (isHtml && names.at(-1) === 'switch') return
    if (isHtml) foreign = createForeignText(attributesOf(tag, tag.local))
    if (name) removed.add(name)
  }

  function keep(text: string): void {
    if (leftOutAt > 0) foreign?.add(text)
    if (leftOutAt > 0 || names.length === 0) return
    if (style === undefined) written += escapeText(text)
    else style += text
  }

  function attributesOf(tag: SaxesTagNS, name: string): Map<string, string> {
    const kept = new Map<string, string>()
    for (const attribute of Object.values(tag.attributes)) {
      const key = attributeName(attribute.uri, attribute.local)
      const value = key === undefined ? undefined : valueOf(attribute, key, name)
      if (key !== undefined && value !== undefined) kept.set(key, value)
      else if (/^on/i.test(attribute.local)) removed.add('event handlers')
    }
    return kept
  }

  function valueOf({ value }: SaxesAttributeNS, key: string, element: string): string | undefined {
    if (key === 'href' || key === 'xlink:href') return linkOf(value.trim(), element)
    const { css, isChanged } = cleanCss(value)
    if (isChanged) removed.add('addresses in CSS')
    return css
  }

  function linkOf(address: string, element: string): string | undefined {
    if (address.startsWith('#')) return element === 'g' ? undefined : address
    const isImage = element === 'image' || element === 'feImage'
    const picture = isImage && /^data:/i.test(address) ? embedded(address) : undefined
    if (picture === undefined && element !== 'g') removed.add('links out of it')
    return picture
  }
}

/** Pictures are printed and shown still: whatever moves stands as it ends. */
const ANIMATIONS_AT_THEIR_END =
  '\n*{animation-delay:-100000s!important;animation-play-state:paused!important}'

/** What a link or CSS refers to within the picture. */
function idsIn(value: string): readonly string[] {
  return [...value.matchAll(/^#(.+)$|url\(\s*["']?#([^"')]+)/gi)].map((match) => match[1] ?? match[2] ?? '')
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
