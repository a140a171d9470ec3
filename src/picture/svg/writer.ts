import type { SaxesTagNS } from 'saxes'
import { SVG, XLINK, elementFate } from './allowed.js'
import { cleanAttributes, type EmbeddedPicture } from './attributes.js'
import { cleanCss } from './css.js'
import { escapeAttribute, escapeText } from './escape.js'
import { createExpansion } from './expansion.js'
import { createForeignText, type ForeignText } from './foreign-text.js'
import type { SvgHandler } from './parse.js'
import { sizeRoot, type RootSize } from './root-size.js'
import { Stopped } from './stopped.js'

const DEEPEST = 100
const MOST_ELEMENTS = 100_000
const MOST_DRAWN = 500_000

/** Pictures are printed and shown still: whatever moves stands as it ends. */
const ANIMATIONS_AT_THEIR_END =
  '\n*{animation-delay:-100000s!important;animation-play-state:paused!important}'

export interface CleanSvg {
  readonly text: string
  /** What was taken out, by name, each once. */
  readonly removed: readonly string[]
  readonly size?: RootSize
}

/** Writes an SVG anew as it is parsed, with what draws a still picture and nothing else. */
export interface SvgWriter extends SvgHandler {
  /** What was written. @throws Stopped where it would draw too much */
  finish(): CleanSvg
}

export function createSvgWriter(embedded: EmbeddedPicture): SvgWriter {
  const removed = new Set<string>()
  const rules = { embedded, remove: (what: string) => void removed.add(what) }
  const expansion = createExpansion()
  const names: string[] = []
  let written = ''
  let depth = 0
  let elements = 0
  let size: RootSize | undefined
  /** Depth at which an element that goes was opened; 0 outside of one. */
  let leftOutAt = 0
  /** Words of the HTML that is being left out. */
  let foreign: ForeignText | undefined
  /** The CSS of an open style element. */
  let style: string | undefined

  return {
    open(tag) {
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
      if (typeof fate === 'object') leaveOut(tag, fate.told)
      else openElement(tag, fate === 'group' ? 'g' : tag.local)
    },
    text(text) {
      if (leftOutAt > 0) foreign?.add(text)
      else if (style !== undefined) style += text
      else if (names.length > 0) written += escapeText(text)
    },
    close(tag) {
      if (leftOutAt === 0) closeElement()
      else foreign?.breakAt(tag.local)
      if (leftOutAt === depth) endOfLeftOut()
      depth--
    },
    styleSheet: () => rules.remove('a style sheet'),
    finish() {
      if (expansion.count() > MOST_DRAWN)
        throw new Stopped('too-large', `it draws more than ${MOST_DRAWN} elements by copying its own`)
      return { text: `${written}\n`, removed: [...removed], ...(size ? { size } : {}) }
    },
  }

  function openElement(tag: SaxesTagNS, name: string): void {
    const attributes = cleanAttributes(tag, name, rules)
    expansion.open(name, attributes.get('id'))
    for (const value of attributes.values()) for (const id of idsIn(value)) expansion.refers(id)
    if (depth === 1) size = sizeRoot(attributes)
    const spaces = depth === 1 ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : ''
    const list = [...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    written += `<${name}${spaces}${list.join('')}>`
    names.push(name)
    if (name === 'style') style = ''
  }

  function closeElement(): void {
    if (style !== undefined) writeStyle(style)
    style = undefined
    written += `</${names.pop()}>`
    expansion.close()
  }

  function writeStyle(source: string): void {
    const { css, isChanged } = cleanCss(source)
    if (isChanged) rules.remove('addresses in CSS')
    for (const id of idsIn(css)) expansion.styleRefers(id)
    written += escapeText(css + (/animation|@keyframes/i.test(css) ? ANIMATIONS_AT_THEIR_END : ''))
  }

  /** Of HTML its words stay, unless a switch has another picture of them. */
  function leaveOut(tag: SaxesTagNS, name: string | undefined): void {
    leftOutAt = depth
    const isHtml = tag.local === 'foreignObject' && tag.uri === SVG
    if (isHtml && names.at(-1) === 'switch') return
    if (isHtml) foreign = createForeignText(cleanAttributes(tag, tag.local, rules))
    if (name) rules.remove(name)
  }

  function endOfLeftOut(): void {
    leftOutAt = 0
    written += foreign?.write(escapeText) ?? ''
    foreign = undefined
  }
}

/** What a link or CSS refers to within the picture. */
function idsIn(value: string): readonly string[] {
  return [...value.matchAll(/^#(.+)$|url\(\s*["']?#([^"')]+)/gi)].map((match) => match[1] ?? match[2] ?? '')
}
