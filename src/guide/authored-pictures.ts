import type { Html, Image } from 'mdast'
import { visit } from 'unist-util-visit'
import { sourceLines } from './dialects/index.js'
import { parse } from './parse.js'

/** A picture in an author's own slide; offsets count in the slide's Markdown. */
export interface AuthoredPicture {
  readonly src: string
  readonly alt: string
  /** All of it: what a label may replace. */
  readonly start: number
  readonly end: number
  /** How often Marp's HTML holds it: a directive's stands in the style of every layer. */
  readonly uses: number
  /** The same with another address. */
  readonly withAddress: (address: string) => string
}

/** The pictures of an author's own slide: of Markdown, of HTML, and of Marp's directives for backgrounds. */
export function authoredPictures(markdown: string): readonly AuthoredPicture[] {
  const found: AuthoredPicture[] = []
  visit(parse(sourceLines(markdown.split('\n'))), (node) => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    if (node.type === 'image') found.push(ofMarkdown(node, markdown.slice(start, end), start))
    if (node.type === 'html') found.push(...ofHtml(node, start))
  })
  return found
}

function ofMarkdown({ url, alt }: Image, written: string, start: number): AuthoredPicture {
  const head = written.slice(0, written.lastIndexOf(']('))
  return {
    src: url,
    alt: alt ?? '',
    start,
    end: start + written.length,
    uses: 1,
    withAddress: (address) => `${head}](${address})`,
  }
}

const TAG = /<img\b[^<>]*>/gi
const SOURCE = /(\bsrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/i
const DIRECTIVE = /(\b_?backgroundImage\s*:\s*["']?\s*url\()([^()]+)\)/g

function ofHtml({ value }: Html, start: number): readonly AuthoredPicture[] {
  const tags = [...value.matchAll(TAG)].flatMap(({ 0: tag, index }) => {
    const [, , ...sources] = SOURCE.exec(tag) ?? []
    const src = sources.find((one) => one !== undefined)
    if (src === undefined) return []
    const withAddress = (address: string) =>
      tag.replace(SOURCE, (_, before: string) => `${before}"${address}"`)
    return [
      {
        src,
        alt: /\balt\s*=\s*"([^"]*)"/i.exec(tag)?.[1] ?? '',
        ...span(start + index, tag),
        uses: 1,
        withAddress,
      },
    ]
  })
  const directives = [...value.matchAll(DIRECTIVE)].map(
    ({ 0: written, 1: before = '', 2: inner = '', index }) => ({
      src: inner.trim().replace(/^(["'])(.*)\1$/s, '$2'),
      alt: '',
      ...span(start + index, written),
      uses: 8,
      withAddress: (address: string) => `${before}${address})`,
    }),
  )
  return [...tags, ...directives].filter(({ src }) => src !== '')
}

function span(start: number, text: string): { start: number; end: number } {
  return { start, end: start + text.length }
}
