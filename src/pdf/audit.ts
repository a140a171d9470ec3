import type { PdfFile } from './file.js'
import type { PdfPageObject } from './pages.js'
import { isStandardRole } from './roles.js'
import { decodeText } from './strings.js'
import { isArray, isDictionary, isName, isReference } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

/** What keeps a PDF from PDF/UA-1, by the clause of ISO 14289-1. */
export type TagFault =
  | 'untagged'
  | 'no-title'
  | 'no-language'
  | 'no-identification'
  | 'unknown-role'
  | 'figure-without-text'
  | 'item-without-body'
  | 'outside-its-list'
  | 'outside-its-table'
  | 'header-without-scope'
  | 'skipped-heading'
  | 'link-without-description'
  | 'annotation-without-tag'
  | 'note-without-id'

/** Roles that stand for nothing themselves: what they hold belongs to what holds them. */
const THROUGH = new Set(['NonStruct', 'Private'])
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: ['LI', 'Note', 'TOCI', 'BibEntry', 'Caption'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
}

/** Looks through a PDF's tags and what it says of itself; each kind of fault is told once. */
export function auditTags(file: PdfFile, pages: ReadonlyMap<number, PdfPageObject>): readonly TagFault[] {
  const faults = new Set<TagFault>()
  const catalog = file.dictionary(file.trailer.get('Root'))
  const root = file.dictionary(catalog.get('StructTreeRoot'))
  const roles = file.dictionary(root.get('RoleMap'))
  const tagged = new Set<number>()
  let heading = 0

  function walk(element: PdfDictionary, parent: string, ancestors: readonly string[]): void {
    const written = nameOf(element.get('S'))
    const role = nameOf(roles.get(written)) || written
    if (!isStandardRole(role)) faults.add('unknown-role')
    const [kids, under] = [kidsOf(element), THROUGH.has(role) ? parent : role]
    const kidRoles = kids.map((kid) => nameOf(file.dictionary(kid).get('S')))
    if (PARENTS[role]?.includes(parent) === false)
      faults.add(role.startsWith('L') ? 'outside-its-list' : 'outside-its-table')
    if (role === 'LI' && !kidRoles.includes('LBody')) faults.add('item-without-body')
    if ((role === 'Figure' || role === 'Formula') && !element.has('Alt') && !element.has('ActualText'))
      faults.add('figure-without-text')
    if (role === 'Note' && !element.has('ID')) faults.add('note-without-id')
    if (role === 'TH' && !attributesOf(element).some((attribute) => attribute.has('Scope')))
      faults.add('header-without-scope')
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0)
    if (level > heading + 1) faults.add('skipped-heading')
    if (level > 0) heading = level
    for (const kid of kids) {
      const inner = file.dictionary(kid)
      const target = inner.get('Obj')
      if (inner.has('S')) walk(inner, under, [...ancestors, role])
      else if (isReference(target) && (role === 'Link' || ancestors.includes('Link')))
        tagged.add(target.object)
    }
  }

  function kidsOf(element: PdfDictionary): readonly PdfValue[] {
    const kids = element.get('K')
    if (kids === undefined) return []
    const resolved = file.resolve(kids)
    return isArray(resolved) ? resolved : [kids]
  }

  function attributesOf(element: PdfDictionary): readonly PdfDictionary[] {
    const attributes = file.resolve(element.get('A'))
    return (isArray(attributes) ? attributes : [attributes]).map((one) => file.dictionary(one))
  }

  function nameOf(value: PdfValue | undefined): string {
    const name = file.resolve(value)
    return isName(name) ? name.name : ''
  }

  const isMarked = file.entry(catalog.get('MarkInfo'), 'Marked')
  if (root.size === 0 || !isTrue(isMarked)) faults.add('untagged')
  if (!isTrue(file.entry(catalog.get('ViewerPreferences'), 'DisplayDocTitle'))) faults.add('no-title')
  if (!decodeText(file.resolve(catalog.get('Lang')))) faults.add('no-language')
  const packet = file.stream(catalog.get('Metadata'))
  if (!packet.includes('<pdfuaid:part>1<') || !packet.includes('<dc:title>')) faults.add('no-identification')
  for (const kid of kidsOf(root)) if (isDictionary(file.resolve(kid))) walk(file.dictionary(kid), '', [])
  for (const { dictionary } of pages.values())
    for (const annotation of file.array(dictionary.get('Annots'))) {
      if (!isReference(annotation) || !tagged.has(annotation.object)) faults.add('annotation-without-tag')
      if (!decodeText(file.entry(annotation, 'Contents'))) faults.add('link-without-description')
    }
  return [...faults]
}

function isTrue(value: PdfValue | undefined): boolean {
  return typeof value === 'object' && 'word' in value && value.word === 'true'
}
