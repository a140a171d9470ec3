import { deflateSync } from 'node:zlib'
import type { PdfFile } from './file.js'
import { readPages } from './pages.js'
import { isArray, isDictionary } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'
import { streamBody, writeValue } from './write.js'
import type { PdfDraft } from './write.js'

/** A page as a drawing that can be placed on others: a form XObject. */
export interface PageForm {
  /** Its number in the draft. */
  readonly object: number
  /** pt */
  readonly width: number
  /** pt */
  readonly height: number
}

/** What a mark says about the tag that it belongs to: a form has no tags. */
const TAGGED = /\/[A-Za-z0-9]+\s*<<\s*\/MCID\s+\d+\s*>>\s*BDC/g

/**
 * Copies the pages of a file into a draft as forms, with all that they draw with; what several pages share is copied
 * once. Words stay words; tags, links and bookmarks do not come along.
 */
export function pageForms(file: PdfFile, draft: PdfDraft): readonly PageForm[] {
  const copies = new Map<number, number>()

  function copy(object: number): number {
    const known = copies.get(object)
    if (known !== undefined) return known
    const number = draft.reserve()
    copies.set(object, number)
    const value = file.resolve({ object })
    draft.put(number, value === undefined ? 'null' : bodyOf(object, value))
    return number
  }

  function bodyOf(object: number, value: PdfValue): string {
    const bytes = isDictionary(value) ? file.packed(object) : undefined
    if (bytes === undefined || !isDictionary(value)) return writeValue(value, copy)
    const entries = [...value].filter(([key]) => key !== 'Length')
    return streamBody(writeValue(new Map(entries), copy).slice(2, -2), bytes)
  }

  return [...readPages(file).values()].map(({ number, dictionary, resources }) => {
    const [left, bottom, right, top] = file.array(dictionary.get('MediaBox')).map(Number)
    if (left === undefined || bottom === undefined || right === undefined || top === undefined)
      throw new Error(`Page ${number} of the PDF has no size.`)
    const drawn = contentOf(file, dictionary).replace(TAGGED, '/Span BMC')
    const group = dictionary.get('Group')
    const entries = [
      '/Type /XObject\n/Subtype /Form\n/Filter /FlateDecode',
      `/BBox [${[left, bottom, right, top].map((side) => writeValue(side)).join(' ')}]`,
      `/Matrix [1 0 0 1 ${writeValue(-left)} ${writeValue(-bottom)}]`,
      `/Resources ${writeValue(resources ?? new Map(), copy)}`,
      ...(group === undefined ? [] : [`/Group ${writeValue(group, copy)}`]),
    ]
    const packed = deflateSync(Buffer.from(drawn, 'latin1')).toString('latin1')
    const object = draft.add(streamBody(entries.join('\n'), packed))
    return { object, width: right - left, height: top - bottom }
  })
}

/** What a page draws, unpacked, a byte a character. */
function contentOf(file: PdfFile, page: PdfDictionary): string {
  const contents = page.get('Contents')
  const resolved = file.resolve(contents)
  const streams = isArray(resolved) ? resolved : [contents]
  return streams.map((stream) => file.stream(stream)).join('\n')
}
