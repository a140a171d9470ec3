import { markArtifacts } from './artifacts.js'
import type { PdfEdit } from './edit.js'
import { packedStream } from './pack.js'
import type { PdfPageObject } from './pages.js'
import { isArray, isName, isReference } from './syntax.js'
import type { PdfDictionary, PdfReference, PdfValue } from './syntax.js'
import { writeValue } from './write.js'

/** What pages and forms draw, unpacked, by the object that is its page or form. */
export type Contents = ReadonlyMap<number, string>

/**
 * Marks what pages draw without a tag as artifacts, and packs it again. Gives what each page and each form with tags
 * of its own draws.
 */
export function mendContents(pdf: PdfEdit, pages: ReadonlyMap<number, PdfPageObject>): Contents {
  const contents = new Map<number, string>()
  /** Forms that hold tags, by number; those that do not are undefined. */
  const forms = new Map<number, string | undefined>()

  function formNamed(resources: PdfValue | undefined, name: string): PdfReference | undefined {
    const form = pdf.dictionary(pdf.entry(resources, 'XObject')).get(name)
    const kind = pdf.entry(form, 'Subtype')
    return isReference(form) && isName(kind) && kind.name === 'Form' ? form : undefined
  }

  /** Whether a form holds tags; what else it draws is marked. */
  function isTagged(form: PdfReference, inherited: PdfValue | undefined): boolean {
    if (forms.has(form.object)) return forms.get(form.object) !== undefined
    forms.set(form.object, undefined)
    const dictionary = pdf.dictionary(form)
    const resources = dictionary.get('Resources') ?? inherited
    const content = pdf.stream(form)
    let holdsTags = /\/MCID\b/.test(content)
    const marked = markArtifacts(content, (name) => {
      const inner = formNamed(resources, name)
      const isInnerTagged = inner !== undefined && isTagged(inner, resources)
      holdsTags ||= isInnerTagged
      return isInnerTagged
    })
    if (!holdsTags) return false
    forms.set(form.object, marked)
    contents.set(form.object, marked)
    if (marked !== content) put(form.object, dictionary, marked)
    return true
  }

  function put(object: number, dictionary: PdfDictionary, content: string): void {
    const entries = [...dictionary].filter(([key]) => !['Length', 'Filter', 'DecodeParms'].includes(key))
    const written = writeValue(new Map(entries)).slice(2, -2)
    pdf.setBody(object, packedStream(written, Buffer.from(content, 'latin1')))
  }

  for (const [object, { dictionary, resources }] of pages) {
    const own = dictionary.get('Contents')
    const streams = pdf.array(own)
    const content = (isArray(pdf.resolve(own)) ? streams : [own]).map((one) => pdf.stream(one)).join('\n')
    const marked = markArtifacts(content, (name) => {
      const form = formNamed(resources, name)
      return form !== undefined && isTagged(form, resources)
    })
    contents.set(object, marked)
    if (marked === content) continue
    // A stream that pages share stays as it is for the others.
    const target = isReference(own) && streams.length === 0 ? own : pdf.addBody('null')
    if (target !== own) pdf.set(object, new Map([...dictionary, ['Contents', target]]))
    put(target.object, new Map(), marked)
  }
  return contents
}
