import type { PdfEdit } from './edit.js'
import { headingLevels } from './heading-levels.js'
import { roleMap } from './roles.js'
import { isArray, isName, isReference } from './syntax.js'
import type { PdfDictionary, PdfReference, PdfValue } from './syntax.js'

/** A stretch of marked content: the object that is its stream (or its page), and its number in there. */
export interface MarkPlace {
  readonly owner: number
  readonly page: number
  readonly mcid: number
}

/** A link in the text: its annotations, one a line, and the marks of its words. */
export interface TaggedLink {
  readonly annotations: readonly PdfReference[]
  readonly marks: readonly MarkPlace[]
}

/**
 * Mends the tree of tags: each list item gets its body, each header cell its scope, each
 * heading its level, and roles that PDF 1.7 does not
 * know are mapped to those that it does. Gives the links and headings that it holds, in order.
 */
export function mendTags(pdf: PdfEdit): {
  readonly links: readonly TaggedLink[]
  /** Marks of the words of each heading. */
  readonly headings: readonly (readonly MarkPlace[])[]
} {
  const root = pdf.dictionary(pdf.trailer.get('Root')).get('StructTreeRoot')
  if (!isReference(root)) return { links: [], headings: [] }
  const roles = new Set<string>()
  const links: TaggedLink[] = []
  const headings: MarkPlace[][] = []
  let heading: MarkPlace[] | undefined
  const mendLevel = headingLevels(pdf)

  function walk(element: PdfReference, inherited: number | undefined, link: OpenLink | undefined): void {
    const dictionary = pdf.dictionary(element)
    const role = nameOf(pdf, dictionary.get('S'))
    // What stands for nothing can say nothing of its words either.
    if (role === 'NonStruct' && dictionary.has('Lang'))
      pdf.set(element.object, new Map([...dictionary, ['S', { name: 'Span' }]]))
    // Chromium takes a slide's background for a picture. A picture without a text is told when the guide is read.
    if (role === 'Figure' && !dictionary.has('Alt') && !dictionary.has('ActualText'))
      pdf.set(element.object, new Map([...dictionary, ['S', { name: 'Div' }]]))
    roles.add(role)
    const page = pageOf(dictionary) ?? inherited
    if (role === 'L') mendItems(pdf, element)
    if (role === 'TH') mendScope(pdf, element)
    mendLevel(element)
    const outer = heading
    if (!heading && /^H[1-6]?$/.test(role)) headings.push((heading = []))
    const own: OpenLink | undefined = role === 'Link' && !link ? { annotations: [], marks: [] } : link
    for (const kid of kidsOf(pdf, pdf.dictionary(element))) {
      if (typeof kid === 'number') note(own, placed(page, page, kid))
      else {
        const inner = pdf.dictionary(kid)
        const [mcid, target, stream] = [inner.get('MCID'), inner.get('Obj'), inner.get('Stm')]
        const at = pageOf(inner) ?? page
        if (inner.has('S') && isReference(kid)) walk(kid, page, own)
        else if (typeof mcid === 'number')
          note(own, placed(isReference(stream) ? stream.object : at, at, mcid))
        else if (isReference(target)) own?.annotations.push(target)
      }
    }
    if (own && own !== link) links.push(own)
    heading = outer
  }

  function note(link: OpenLink | undefined, marks: readonly MarkPlace[]): void {
    link?.marks.push(...marks)
    heading?.push(...marks)
  }

  for (const kid of kidsOf(pdf, pdf.dictionary(root))) if (isReference(kid)) walk(kid, undefined, undefined)
  const mapped = [...roleMap(roles)].map(([role, standard]) => [role, { name: standard }] as const)
  if (mapped.length > 0)
    pdf.set(root.object, new Map([...pdf.dictionary(root), ['RoleMap', new Map(mapped)]]))
  return { links, headings }
}

interface OpenLink {
  readonly annotations: PdfReference[]
  readonly marks: MarkPlace[]
}

/**
 * Gives each item of a list a body, which Chromium leaves out. What was the item becomes the body, since all that it
 * holds names it as its parent; a new item holds it and the labels.
 */
function mendItems(pdf: PdfEdit, list: PdfReference): void {
  const kids = kidsOf(pdf, pdf.dictionary(list))
  const mended = kids.map((kid) => {
    const item = pdf.dictionary(kid)
    if (!isReference(kid) || nameOf(pdf, item.get('S')) !== 'LI') return kid
    const parts = kidsOf(pdf, item)
    const roleOf = (part: PdfValue): string => nameOf(pdf, pdf.dictionary(part).get('S'))
    if (parts.some((part) => roleOf(part) === 'LBody')) return kid
    const labels = parts.filter((part) => roleOf(part) === 'Lbl')
    const others = parts.filter((part) => roleOf(part) !== 'Lbl')
    const added = pdf.add(
      new Map<string, PdfValue>([
        ['Type', { name: 'StructElem' }],
        ['S', { name: 'LI' }],
        ['P', list],
        ['K', [...labels, kid]],
      ]),
    )
    for (const label of labels)
      if (isReference(label)) pdf.set(label.object, new Map([...pdf.dictionary(label), ['P', added]]))
    pdf.set(
      kid.object,
      new Map<string, PdfValue>([...item, ['S', { name: 'LBody' }], ['P', added], ['K', others]]),
    )
    return added
  })
  if (mended.some((kid, index) => kid !== kids[index]))
    pdf.set(list.object, new Map<string, PdfValue>([...pdf.dictionary(list), ['K', mended]]))
}

/** A header cell without a scope heads its column in the first row, else its row. */
function mendScope(pdf: PdfEdit, cell: PdfReference): void {
  const dictionary = pdf.dictionary(cell)
  const attributes = attributesOf(pdf, dictionary)
  if (attributes.some((attribute) => pdf.dictionary(attribute).has('Scope'))) return
  const row = pdf.dictionary(dictionary.get('P'))
  const rows = kidsOf(pdf, pdf.dictionary(row.get('P')))
  const isFirst = isReference(rows[0]) && pdf.dictionary(rows[0]) === row
  const scope = new Map<string, PdfValue>([
    ['O', { name: 'Table' }],
    ['Scope', { name: isFirst ? 'Column' : 'Row' }],
  ])
  pdf.set(cell.object, new Map<string, PdfValue>([...dictionary, ['A', [...attributes, scope]]]))
}

function attributesOf(pdf: PdfEdit, element: PdfDictionary): readonly PdfValue[] {
  const attributes = element.get('A')
  if (attributes === undefined) return []
  return isArray(pdf.resolve(attributes)) ? pdf.array(attributes) : [attributes]
}

function placed(owner: number | undefined, page: number | undefined, mcid: number): readonly MarkPlace[] {
  return owner === undefined || page === undefined ? [] : [{ owner, page, mcid }]
}

function kidsOf(pdf: PdfEdit, element: PdfDictionary): readonly PdfValue[] {
  const kids = element.get('K')
  if (kids === undefined) return []
  const resolved = pdf.resolve(kids)
  return isArray(resolved) ? resolved : [kids]
}

function pageOf(element: PdfDictionary): number | undefined {
  const page = element.get('Pg')
  return isReference(page) ? page.object : undefined
}

function nameOf(pdf: PdfEdit, value: PdfValue | undefined): string {
  const name = pdf.resolve(value)
  return isName(name) ? name.name : ''
}
