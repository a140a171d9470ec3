import type { Link } from 'mdast'
import { plainText, type Block, type Guide, type Inline, type List } from '../guide/index.js'
import { qrPicture, readableAddress } from '../look/index.js'
import { loneLink } from './classes.js'
import { linkIn, textOf } from './shapes.js'
import type { Slide } from './slide.js'

/** px; the width of the margin column. */
const QR = 224

/** The address whose QR code stands on a slide of links: the only one, or the one that the author asks it for. */
export function qrLink(slide: Pick<Slide, 'layout' | 'blocks' | 'part'>): Link | undefined {
  const { layout, blocks } = slide
  if (layout !== 'links') return undefined
  const asked = linksIn(blocks).find((link) => (link.data as { qr?: boolean } | undefined)?.qr === true)
  return loneLink(slide) ?? asked
}

function linksIn(blocks: readonly Block[]): readonly Link[] {
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .flatMap((item) => linkIn(textOf(item) ?? []) ?? [])
}

/** The QR codes that a guide's slides may show, as SVG by file name: known before any slide is planned. */
export function qrPictures({ introduction, sections }: Guide): ReadonlyMap<string, string> {
  const parts = [...(introduction ? [introduction] : []), ...sections.flatMap((section) => section.parts)]
  const links = parts
    .flatMap((part) => part.blocks)
    .flatMap((block) => (block.kind === 'list' ? (qrLink({ layout: 'links', blocks: [block] }) ?? []) : []))
  return new Map(links.map(({ url }) => [qrName(url), qrPicture(url.trim(), QR)]))
}

/** A file name that tells the address, as far as a file name can. */
export function qrName(url: string): string {
  const readable = readableAddress(url)
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .slice(0, 60)
  return `qr-${readable.replace(/^[-.]+|[-.]+$/g, '') || 'code'}-${checksum(url)}.svg`
}

/** Addresses that differ only in what a file name cannot hold have different names. */
function checksum(text: string): string {
  let sum = 0
  for (const sign of text) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0
  return sum.toString(36)
}

/** The blocks of a slide of links as they are written: of a lone link its address, and its words below. */
export function withAddresses(slide: Pick<Slide, 'blocks' | 'part'>, fallback: string): readonly Block[] {
  const { blocks } = slide
  const alone = loneLink(slide)
  if (!alone) return blocks.map((block) => (block.kind === 'list' ? listWithAddresses(block) : block))
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'list') return [block]
    const { id, place } = block
    const address: Inline[] = [{ ...alone, children: [{ type: 'text', value: readableAddress(alone.url) }] }]
    const said = block.items.flatMap((item) => wordsBeside(textOf(item) ?? []))
    return [
      { kind: 'paragraph', id, place, text: address },
      { kind: 'paragraph', id, place, text: said.length > 0 ? said : [{ type: 'text', value: fallback }] },
    ]
  })
}

function listWithAddresses(list: List): List {
  const items = list.items.map((item) => {
    const [head] = item.blocks
    const link = linkIn(textOf(item) ?? [])
    if (head?.kind !== 'paragraph' || !link || isAddress(link)) return item
    const address: Inline = {
      type: 'emphasis',
      children: [{ type: 'text', value: readableAddress(link.url) }],
    }
    return { ...item, blocks: [{ ...head, text: [...head.text, { type: 'break' }, address] as Inline[] }] }
  })
  return { ...list, items }
}

/** What a line says beside its link's address. */
function wordsBeside(text: readonly Inline[]): readonly Inline[] {
  const [link, ...others] = text
  if (link?.type !== 'link') return text
  return isAddress(link) ? others : [...(link.children as readonly Inline[]), ...others]
}

function isAddress(link: Link): boolean {
  const words = plainText(link.children).replace(/\/$/, '')
  return words === readableAddress(link.url) || words === link.url.trim().replace(/\/$/, '')
}
