import { markKey } from './content.js'
import type { PdfFile } from './file.js'
import { isArray, isDictionary, isName, isReference } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

/** What marked content belongs to, by its tags. */
export type MarkKind = 'picture' | 'table' | 'paragraph'

/** Tags that say what is inside of them, however deep. */
const KINDS: Readonly<Record<string, MarkKind>> = {
  Figure: 'picture',
  Formula: 'picture',
  Table: 'table',
  P: 'paragraph',
}

/** What stands in what: a paragraph in a table's cell is the table's, and words in a picture are the picture's. */
const RANK: readonly (MarkKind | undefined)[] = [undefined, 'paragraph', 'table', 'picture']

/** The marks (by `markKey`) of pictures, tables and paragraphs, by the tree of tags. */
export function markKinds(file: PdfFile): ReadonlyMap<string, MarkKind> {
  const marks = new Map<string, MarkKind>()
  const root = file.entry(file.trailer.get('Root'), 'StructTreeRoot')
  const roles = file.dictionary(file.entry(root, 'RoleMap'))
  const visited = new Set<number>()

  function walk(
    element: PdfDictionary,
    inheritedPage: number | undefined,
    outer: MarkKind | undefined,
  ): void {
    const page = objectOf(element.get('Pg')) ?? inheritedPage
    const own = KINDS[roleOf(element)]
    const kind = RANK.indexOf(own) > RANK.indexOf(outer) ? own : outer
    for (const kid of kidsOf(element)) {
      if (typeof kid === 'number') put(page, kid, kind)
      else if (isReference(kid) && visited.has(kid.object)) continue
      else {
        if (isReference(kid)) visited.add(kid.object)
        const dictionary = file.dictionary(kid)
        const mcid = dictionary.get('MCID')
        if (typeof mcid === 'number') {
          const owner = objectOf(dictionary.get('Stm')) ?? objectOf(dictionary.get('Pg')) ?? page
          put(owner, mcid, kind)
        } else if (dictionary.has('S')) walk(dictionary, page, kind)
      }
    }
  }

  function put(owner: number | undefined, mcid: number, kind: MarkKind | undefined): void {
    if (kind && owner !== undefined) marks.set(markKey(owner, mcid), kind)
  }

  function kidsOf(element: PdfDictionary): readonly PdfValue[] {
    const kids = element.get('K')
    const resolved = file.resolve(kids)
    if (kids === undefined) return []
    return isArray(resolved) ? resolved : [kids]
  }

  function roleOf(element: PdfDictionary): string {
    const role = file.resolve(element.get('S'))
    const name = isName(role) ? role.name : ''
    const mapped = file.resolve(roles.get(name))
    return isName(mapped) ? mapped.name : name
  }

  if (isDictionary(root)) walk(root, undefined, undefined)
  return marks
}

function objectOf(value: PdfValue | undefined): number | undefined {
  return isReference(value) ? value.object : undefined
}
