import { readFileSync } from 'node:fs'
import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { UNREAD } from './words.js'

export interface PdfText {
  /** Text by page; running heads, page numbers and other artifacts are left out. */
  readonly pages: readonly string[]
  /** Glyphs that no font had: each prints as an empty box. */
  readonly boxes: number
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** Reads a PDF with pdf.js, which shares no code with what made it. */
export async function pdfText(file: string): Promise<PdfText> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, isEvalSupported: false })
  const document = await task.promise
  const pages: string[] = []
  let boxes = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    pages.push(await textOf(page))
    boxes += await boxesOf(page)
    page.cleanup()
  }
  await document.destroy()
  return { pages, boxes }
}

/** Text outside of all marks is an artifact: a running head, a numeral in the margin. */
async function textOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  let depth = 0
  let text = ''
  let before: Item | undefined
  for (const item of items) {
    if (!('str' in item)) depth += item.type === 'endMarkedContent' ? -1 : 1
    else if (depth > 0) {
      const read = item.str.replaceAll('\0', UNREAD)
      text += (before ? between(before, item) : '') + read + (item.hasEOL ? '\n' : '')
      if (item.str.trim()) before = item
    }
  }
  return text.split('\n').map(inReadingOrder).join('\n')
}

interface Item {
  readonly str: string
  /** a, b, c, d, x, y */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** What parts two pieces of text on the page: the end of a line, a blank, or nothing. */
function between(before: Item, item: Item): string {
  const [x = 0, y = 0] = item.transform.slice(4)
  const [oldX = 0, oldY = 0] = before.transform.slice(4)
  const size = Math.min(before.height, item.height) || 1
  const rise = Math.abs(y - oldY)
  if (rise > size * 0.6) return '\n'
  // A raised number behind a word is no part of it.
  if (rise > size * 0.2) return ' '
  const gap = x >= oldX ? x - (oldX + before.width) : oldX - (x + item.width)
  return gap > size * 0.15 ? ' ' : ''
}

/** A line from the right is drawn from the left: its words come in their order, those from the left within it too. */
function inReadingOrder(line: string): string {
  const fromRight = line.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0
  if (fromRight * 2 < (line.match(/\p{L}/gu)?.length ?? 0) || fromRight === 0) return line
  const words = line.split(/\s+/).toReversed()
  return words.join(' ')
}

/** Glyph 0 of a font is the box that stands for what it lacks. */
async function boxesOf(page: Page): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList()
  let boxes = 0
  fnArray.forEach((operation, index) => {
    if (operation !== OPS.showText) return
    const glyphs = (argsArray[index] as [readonly unknown[]])[0]
    for (const glyph of glyphs) if (isBox(glyph)) boxes++
  })
  return boxes
}

function isBox(glyph: unknown): boolean {
  return (
    typeof glyph === 'object' && glyph !== null && 'originalCharCode' in glyph && glyph.originalCharCode === 0
  )
}
