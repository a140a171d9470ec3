import { openPdf } from './file.js'
import type { PdfFile } from './file.js'
import { pageForms } from './forms.js'
import type { PageForm } from './forms.js'
import { readPages } from './pages.js'
import { isArray } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'
import { draftPdf, numeral, streamBody, writeValue } from './write.js'

/** A page of one PDF as a picture on a page of another. */
export interface Overlay {
  /** 1-based. */
  readonly page: number
  /** 1-based page of the PDF that it is taken from. */
  readonly source: number
  /** pt from the left edge of the page; so are the others. */
  readonly left: number
  /** From the upper edge of the page. */
  readonly top: number
  /** It is drawn as large as its box allows, in the middle of it, with a hair line around. */
  readonly width: number
  readonly height: number
}

/** The colour of hair lines in the look. */
const HAIR = '0.788 0.776 0.753'

/**
 * Draws pages of one printed PDF over pages of another, which keeps its tags, bookmarks and links. What is drawn is no
 * part of its tags: the page says beside it what it shows.
 */
export function overlayPages(
  printed: Uint8Array,
  from: Uint8Array,
  overlays: readonly Overlay[],
): Uint8Array {
  const file = openPdf(printed)
  const draft = draftPdf()
  const size = Number(file.trailer.get('Size'))
  for (let object = 1; object < size; object++) draft.put(draft.reserve(), file.body(object) ?? '')
  const forms = pageForms(openPdf(from), draft)
  const begin = draft.add(streamBody('', 'q'))

  for (const [object, page] of readPages(file)) {
    const own = overlays.filter((overlay) => overlay.page === page.number)
    if (own.length === 0) continue
    const height = Number(file.array(page.dictionary.get('MediaBox'))[3])
    const drawn = own.flatMap((overlay) => {
      const form = forms[overlay.source - 1]
      return form ? [drawing(overlay, form, height)] : []
    })
    const end = draft.add(streamBody('', `Q\n/Artifact BMC\n${drawn.join('\n')}\nEMC`))
    const used = own.flatMap(({ source }) => forms[source - 1] ?? [])
    draft.put(object, pageBody(file, page.dictionary, page.resources, used, [begin, end]))
  }
  const trailer = [...file.trailer].filter(([key]) => key !== 'Size' && key !== 'Prev')
  return draft.file(trailer.map(([key, value]) => `/${key} ${writeValue(value)}`).join('\n'))
}

function drawing(box: Overlay, form: PageForm, pageHeight: number): string {
  const scale = Math.min(box.width / form.width, box.height / form.height)
  const [width, height] = [form.width * scale, form.height * scale]
  const left = box.left + (box.width - width) / 2
  const bottom = pageHeight - box.top - height - (box.height - height) / 2
  const matrix = [scale, 0, 0, scale, left, bottom].map(numeral).join(' ')
  const frame = [left, bottom, width, height].map(numeral).join(' ')
  return `q ${matrix} cm /P${form.object} Do Q\nq ${HAIR} RG 0.5 w ${frame} re S Q`
}

/** A page with forms among its resources, and with something drawn before and after its own. */
function pageBody(
  file: PdfFile,
  page: PdfDictionary,
  inherited: PdfValue | undefined,
  forms: readonly PageForm[],
  [begin, end]: readonly [number, number],
): string {
  const resources = file.dictionary(inherited)
  const drawings = file.dictionary(resources.get('XObject'))
  const contents = page.get('Contents')
  const resolved = file.resolve(contents)
  const own = isArray(resolved) ? resolved : contents === undefined ? [] : [contents]
  const names = forms.map(({ object }) => [`P${object}`, { object }] as const)
  return writeValue(
    new Map<string, PdfValue>([
      ...page,
      ['Resources', new Map([...resources, ['XObject', new Map([...drawings, ...names])]])],
      ['Contents', [{ object: begin }, ...own, { object: end }]],
    ]),
  )
}
