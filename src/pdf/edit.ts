import type { PdfFile } from './file.js'
import type { PdfDictionary, PdfReference, PdfValue } from './syntax.js'
import { isDictionary } from './syntax.js'
import { writeValue } from './write.js'

/** A file whose objects are being changed. Its reading side tells what was changed already. */
export interface PdfEdit extends Pick<PdfFile, 'entry' | 'array' | 'stream' | 'trailer'> {
  dictionary(value: PdfValue | undefined): PdfDictionary
  resolve(value: PdfValue | undefined): PdfValue | undefined
  /** Puts a value in the place of an object's. */
  set(object: number, value: PdfValue): void
  /** Puts what is written between `obj` and `endobj` in the place of an object. */
  setBody(object: number, body: string): void
  /** Adds an object. */
  add(value: PdfValue): PdfReference
  addBody(body: string): PdfReference
  /** What is written for each object from number 1 on; '' where there is none. */
  bodies(): readonly string[]
}

/** @throws where the file does not tell how many objects it has */
export function editPdf(file: PdfFile): PdfEdit {
  const size = file.trailer.get('Size')
  if (typeof size !== 'number') throw new Error('The PDF does not say how many objects it has.')
  const values = new Map<number, PdfValue>()
  const bodies = new Map<number, string>()
  let last = size - 1

  function resolve(value: PdfValue | undefined): PdfValue | undefined {
    let found = value
    for (let depth = 0; typeof found === 'object' && 'object' in found && depth < 32; depth++)
      found = values.get(found.object) ?? file.resolve(found)
    return found
  }
  function dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = resolve(value)
    return isDictionary(found) ? found : new Map()
  }

  return {
    trailer: file.trailer,
    stream: file.stream,
    resolve,
    dictionary,
    entry: (of, key) => resolve(dictionary(of).get(key)),
    array(value) {
      const found = resolve(value)
      return Array.isArray(found) ? (found as readonly PdfValue[]) : []
    },
    set: (object, value) => void values.set(object, value),
    setBody: (object, body) => void bodies.set(object, body),
    add(value) {
      values.set(++last, value)
      return { object: last }
    },
    addBody(body) {
      bodies.set(++last, body)
      return { object: last }
    },
    bodies() {
      const written = (object: number): string => {
        const value = values.get(object)
        const body = bodies.get(object) ?? (value === undefined ? file.body(object) : writeValue(value)) ?? ''
        return PACKING.test(body) ? '' : body
      }
      const all = Array.from({ length: last }, (_, index) => written(index + 1))
      return all.slice(0, all.findLastIndex((body) => body !== '') + 1)
    },
  }
}

/** Objects that hold others, and tables of objects: what they hold is written anew. */
const PACKING = /^<<\s*\/Type\s*\/(?:ObjStm|XRef)\b/
