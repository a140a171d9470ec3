import type { PdfFile } from './file.js'
import { isName, isReference } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

export interface PdfPageObject {
  /** 1-based. */
  readonly number: number
  readonly dictionary: PdfDictionary
  /** Its own, or its ancestors'. */
  readonly resources: PdfValue | undefined
}

/** The pages in order, by object number. */
export function readPages(file: PdfFile): ReadonlyMap<number, PdfPageObject> {
  const pages = new Map<number, PdfPageObject>()

  function walk(node: PdfValue | undefined, inherited: PdfValue | undefined, depth: number): void {
    const dictionary = file.dictionary(node)
    const resources = dictionary.get('Resources') ?? inherited
    const type = file.resolve(dictionary.get('Type'))
    if (isName(type) && type.name === 'Pages') {
      if (depth < 64) for (const kid of file.array(dictionary.get('Kids'))) walk(kid, resources, depth + 1)
    } else if (isReference(node)) {
      pages.set(node.object, { number: pages.size + 1, dictionary, resources })
    }
  }

  walk(file.dictionary(file.trailer.get('Root')).get('Pages'), undefined, 0)
  return pages
}

/** The 1-based page that a destination (`[page /XYZ x y zoom]`) points to. */
export function pageOfDestination(
  file: PdfFile,
  pages: ReadonlyMap<number, PdfPageObject>,
  destination: PdfValue | undefined,
): number | undefined {
  const resolved = file.resolve(destination)
  const [page] = file.array(resolved instanceof Map ? resolved.get('D') : resolved)
  return isReference(page) ? pages.get(page.object)?.number : undefined
}
