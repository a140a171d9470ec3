import type { PdfFile } from './file.js'
import { hasBox, readFont, textOf } from './font.js'
import type { PdfFont } from './font.js'
import { concatenate, identity, matrixOf } from './matrix.js'
import type { Matrix } from './matrix.js'
import { readOperations } from './operations.js'
import { gatherRuns } from './run.js'
import type { Mark, Run } from './run.js'
import { decodeText } from './strings.js'
import { isArray, isDictionary, isName, isReference, isString } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** What a page draws: the runs of each piece of marked content, in the order of drawing. */
export interface Drawn {
  /** By `markKey`. */
  readonly marked: ReadonlyMap<string, readonly Run[]>
  /** Every run, marked or not. */
  readonly all: readonly Run[]
  /** Characters that no font had: they are drawn as empty boxes. U+FFFD where the file does not say which. */
  readonly boxed: ReadonlySet<string>
}

/** Fonts that have been read, by object number; a document's pages share them. */
export type FontCache = Map<number, PdfFont>

/** Names a piece of marked content: the object that is its stream (or its page), and its number in there. */
export function markKey(stream: number, mcid: number): string {
  return `${stream}:${mcid}`
}

/** Reads what a page draws. `page` is its object number. */
export function readContent(
  file: PdfFile,
  page: number,
  pageResources: PdfValue | undefined,
  fonts: FontCache,
): Drawn {
  const marked = new Map<string, Run[]>()
  /** What is marked in forms, as if the page itself had marked it. */
  const inForms = new Map<string, Run[]>()
  const all: Run[] = []
  const boxed = new Set<string>()
  const forms = new Set<number>()

  function read(content: string, owner: number, resources: PdfValue | undefined, base: Matrix): void {
    const named = file.dictionary(file.entry(resources, 'Font'))
    const saved: Matrix[] = []
    let graphics = base
    let line = identity
    let font: PdfFont | undefined
    const runs = gatherRuns((run, mcid) => {
      all.push(run)
      if (mcid === undefined) return
      push(marked, markKey(owner, mcid), run)
      if (owner !== page) push(inForms, markKey(page, mcid), run)
    })
    const baseline = (): number => line[4] * graphics[1] + line[5] * graphics[3] + graphics[5]

    function show(value: PdfValue | undefined): void {
      if (!isString(value)) return
      if (hasBox(font, value.bytes)) boxed.add(runs.actual() ?? '\uFFFD')
      runs.put(textOf(font, value.bytes), baseline())
    }

    function paint(form: PdfValue | undefined): void {
      // A form that is drawn twice (a mask) holds its words once.
      if (!isReference(form) || forms.has(form.object) || !isForm(form)) return
      forms.add(form.object)
      runs.flush()
      const dictionary = file.dictionary(form)
      const placed = concatenate(matrixOf(file.array(dictionary.get('Matrix'))), graphics)
      read(file.stream(form), form.object, dictionary.get('Resources') ?? resources, placed)
    }

    readOperations(content, (operator, operands) => {
      const [first, second] = operands
      switch (operator) {
        case 'q':
          return saved.push(graphics)
        case 'Q':
          return (graphics = saved.pop() ?? graphics)
        case 'cm':
          return (graphics = concatenate(matrixOf(operands), graphics))
        case 'BT':
          runs.flush()
          return (line = identity)
        case 'Tm':
          return (line = matrixOf(operands))
        case 'Td':
        case 'TD':
          return (line = moved(line, Number(first), Number(second)))
        case 'Tf':
          return (font = isName(first) ? fontOf(named.get(first.name)) : undefined)
        case 'Tj':
        case "'":
          return show(first)
        case 'TJ':
          return isArray(first) && first.forEach(show)
        case 'BDC':
          return runs.begin(
            markOf(first, isName(second) ? listed(resources, 'Properties', second.name) : second),
          )
        case 'BMC':
          return runs.begin(markOf(first, undefined))
        case 'EMC':
          return runs.end(baseline())
        case 'Do':
          return isName(first) && paint(listed(resources, 'XObject', first.name))
      }
    })
    runs.flush()
  }

  function listed(resources: PdfValue | undefined, kind: string, name: string): PdfValue | undefined {
    return file.dictionary(file.entry(resources, kind)).get(name)
  }

  function isForm(object: PdfValue): boolean {
    const type = file.entry(object, 'Subtype')
    return isName(type) && type.name === 'Form'
  }

  function fontOf(font: PdfValue | undefined): PdfFont {
    if (!isReference(font)) return readFont(file, font)
    const found = fonts.get(font.object) ?? readFont(file, font)
    fonts.set(font.object, found)
    return found
  }

  function markOf(tag: PdfValue | undefined, properties: PdfValue | undefined): Mark {
    const dictionary = file.resolve(properties)
    const mcid = isDictionary(dictionary) ? dictionary.get('MCID') : undefined
    const actual = isDictionary(dictionary) ? decodeText(dictionary.get('ActualText')) : undefined
    return {
      reversed: isName(tag) && tag.name === 'ReversedChars',
      ...(typeof mcid === 'number' ? { mcid } : {}),
      ...(actual === undefined ? {} : { actual }),
    }
  }

  const dictionary = file.dictionary({ object: page })
  const contents = file.resolve(dictionary.get('Contents'))
  const streams = isArray(contents) ? contents : [dictionary.get('Contents')]
  read(streams.map((stream) => file.stream(stream)).join('\n'), page, pageResources, identity)
  // Older versions of Chromium number the marks of a page and its forms in one row, newer ones each by itself.
  for (const [key, runs] of inForms) if (!marked.has(key)) marked.set(key, runs)
  return { marked, all, boxed }
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
}

function push(marked: Map<string, Run[]>, key: string, run: Run): void {
  const runs = marked.get(key)
  if (runs) runs.push(run)
  else marked.set(key, [run])
}
