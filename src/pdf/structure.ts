import { markKey } from './content.js'
import type { Drawn } from './content.js'
import type { PdfFile } from './file.js'
import type { PdfPageObject } from './pages.js'
import { inReadingOrder } from './reading-order.js'
import { lineShift } from './run.js'
import type { Run } from './run.js'
import { isArray, isDictionary, isName, isReference } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

/** A stretch of tagged text on one page, with the white space that sets it off from the one before. */
export interface Piece {
  /** 1-based. */
  readonly page: number
  readonly text: string
}

export interface TaggedHeading {
  /** 1-based; the page where it begins. */
  readonly page: number
  /** Index of its first character in the text of all pieces. */
  readonly at: number
  /** 1 to 6. */
  readonly level: number
  readonly text: string
}

/** A link in the text. */
export interface TaggedLink {
  /** 1-based; the page where it begins. */
  readonly page: number
  readonly text: string
  /** What follows it in its item of a list: the page in a table of contents. */
  readonly after: string
  /** The object of its first annotation, which says where it goes; none where it goes nowhere. */
  readonly annotation?: number
}

export interface Structure {
  /** The tagged text in the order in which it is read, which is not that of drawing. */
  readonly pieces: readonly Piece[]
  readonly headings: readonly TaggedHeading[]
  readonly links: readonly TaggedLink[]
}

/** A piece of marked content, and the object of its page. */
interface Mark {
  readonly key: string
  readonly page: number
}

/** Roles that run on in the line; every other one stands apart. */
const inline = new Set([
  'Span',
  'Em',
  'Strong',
  'Link',
  'Quote',
  'Code',
  'NonStruct',
  'Reference',
  'Annot',
  'Formula',
])

/** Reads the text by the tree of tags; undefined where the file has none. `drawn` is by page object. */
export function readStructure(
  file: PdfFile,
  pages: ReadonlyMap<number, PdfPageObject>,
  drawn: ReadonlyMap<number, Drawn>,
  rightToLeft: boolean,
): Structure | undefined {
  const root = file.entry(file.trailer.get('Root'), 'StructTreeRoot')
  if (!isDictionary(root)) return undefined
  const roles = file.dictionary(root.get('RoleMap'))
  const pieces: Piece[] = []
  const headings: TaggedHeading[] = []
  const links: TaggedLink[] = []
  /** Of each link in no item that has ended, the number of pieces up to its end. */
  const ends: (number | undefined)[] = []
  const visited = new Set<number>()
  /** Characters of all pieces. */
  let length = 0
  let apart = false
  let lastY: number | undefined

  function walk(element: PdfDictionary, inherited: number | undefined): void {
    const page = pageOf(element) ?? inherited
    const role = roleOf(element)
    const stands = !inline.has(role)
    const [first, at, firstLink] = [pieces.length, length, links.length]
    if (stands) apart = true
    // The words in a picture are the picture's; its caption is an element of its own.
    const putMarks = role === 'Figure' ? () => undefined : put
    let marks: Mark[] = []
    for (const kid of kidsOf(element)) {
      const mark = markOf(kid, page)
      // Marks beside each other are one piece of text, and are put in order together.
      if (mark && (marks[0]?.page ?? mark.page) === mark.page) marks.push(mark)
      else {
        putMarks(marks)
        marks = mark ? [mark] : []
        if (!mark) enter(kid, page)
      }
    }
    putMarks(marks)
    if (stands) apart = true
    const level = /^H([1-6])?$/.exec(role)
    const begin = pieces[first]
    if (level && begin) {
      headings.push({ page: begin.page, at, level: Number(level[1] ?? 1), text: textFrom(first) })
    }
    if (role === 'Link' && begin) {
      links.push({ page: begin.page, text: textFrom(first), after: '', ...annotationOf(element) })
      ends.push(pieces.length)
    }
    // A link in a list in the item belongs to the inner one.
    if (role === 'LI')
      for (let i = firstLink; i < links.length; i++) {
        const [link, end] = [links[i], ends[i]]
        if (link && end !== undefined) links[i] = { ...link, after: textFrom(end) }
        ends[i] = undefined
      }
  }

  function textFrom(first: number): string {
    return fold(
      pieces
        .slice(first)
        .map((piece) => piece.text)
        .join(''),
    )
  }

  function annotationOf(element: PdfDictionary): { readonly annotation?: number } {
    const targets = kidsOf(element).map((kid) => file.dictionary(kid).get('Obj'))
    const target = targets.find(isReference)
    return target ? { annotation: target.object } : {}
  }

  function enter(kid: PdfValue, page: number | undefined): void {
    if (isReference(kid) && visited.has(kid.object)) return
    if (isReference(kid)) visited.add(kid.object)
    const element = file.dictionary(kid)
    if (element.has('S')) walk(element, page)
  }

  function put(marks: readonly Mark[]): void {
    const runs = marks.flatMap((mark): readonly Run[] => drawn.get(mark.page)?.marked.get(mark.key) ?? [])
    const page = pages.get(marks[0]?.page ?? 0)?.number
    const text = inReadingOrder(runs, rightToLeft)
    if (page === undefined || text === '') return
    const last = pieces.at(-1)
    const moved =
      last?.page !== page || lastY === undefined || Math.abs(lastY - (runs[0]?.y ?? 0)) > lineShift
    const gap = apart ? '\n' : moved && !/^\s/.test(text) ? ' ' : ''
    const piece = { page, text: (pieces.length > 0 ? gap : '') + text }
    pieces.push(piece)
    length += piece.text.length
    apart = false
    lastY = runs.at(-1)?.y
  }

  function kidsOf(element: PdfDictionary): readonly PdfValue[] {
    const kids = element.get('K')
    const resolved = file.resolve(kids)
    if (kids === undefined) return []
    return isArray(resolved) ? resolved : [kids]
  }

  function markOf(kid: PdfValue | undefined, page: number | undefined): Mark | undefined {
    if (typeof kid === 'number') return page === undefined ? undefined : { key: markKey(page, kid), page }
    const dictionary = file.dictionary(kid)
    const mcid = dictionary.get('MCID')
    const own = pageOf(dictionary) ?? page
    if (typeof mcid !== 'number' || own === undefined) return undefined
    const stream = dictionary.get('Stm')
    return { key: markKey(isReference(stream) ? stream.object : own, mcid), page: own }
  }

  function roleOf(element: PdfDictionary): string {
    const role = file.resolve(element.get('S'))
    const name = isName(role) ? role.name : ''
    const mapped = file.resolve(roles.get(name))
    return isName(mapped) ? mapped.name : name
  }

  walk(root, undefined)
  return { pieces, headings, links }
}

function pageOf(element: PdfDictionary): number | undefined {
  const page = element.get('Pg')
  return isReference(page) ? page.object : undefined
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
