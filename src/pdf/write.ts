import { isArray, isDictionary, isName, isReference, isString } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** The objects of a PDF that is being written, in latin1, by their number. */
export interface PdfDraft {
  /** A number for an object that is put later. */
  reserve(): number
  /** @param body what stands between `obj` and `endobj` */
  put(object: number, body: string): void
  /** Reserves and puts. */
  add(body: string): number
  /** The whole file. @param trailer entries beside the size, such as `/Root 1 0 R` */
  file(trailer: string): Uint8Array
}

/** An empty PDF. */
export function draftPdf(): PdfDraft {
  const bodies: string[] = []
  const reserve = (): number => bodies.push('')
  return {
    reserve,
    put: (object, body) => void (bodies[object - 1] = body),
    add: (body) => bodies.push(body),
    file(trailer) {
      const parts = ['%PDF-1.7\n%\xD3\xEB\xE9\xE1\n']
      let length = parts[0]?.length ?? 0
      const rows = bodies.map((body, index) => {
        const text = `${index + 1} 0 obj\n${body}\nendobj\n`
        const row = `${String(length).padStart(10, '0')} 00000 n \n`
        parts.push(text)
        length += text.length
        return body === '' ? '0000000000 00000 f \n' : row
      })
      const size = bodies.length + 1
      parts.push(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`)
      parts.push(`trailer\n<</Size ${size}\n${trailer}>>\nstartxref\n${length}\n%%EOF\n`)
      return new Uint8Array(Buffer.from(parts.join(''), 'latin1'))
    },
  }
}

/** A value as it is written in a file. @param renumber the new number of an object that it refers to */
export function writeValue(value: PdfValue, renumber: (object: number) => number = (same) => same): string {
  const write = (inner: PdfValue): string => writeValue(inner, renumber)
  if (typeof value === 'number') return numeral(value)
  if (isDictionary(value)) {
    return `<<${[...value].map(([key, one]) => `${nameOf(key)} ${write(one)}`).join('\n')}>>`
  }
  if (isArray(value)) return `[${value.map(write).join(' ')}]`
  if (isName(value)) return nameOf(value.name)
  if (isReference(value)) return `${renumber(value.object)} 0 R`
  if (isString(value)) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`
  return value.word
}

/** A stream with its dictionary. @param entries those beside its length @param bytes a byte a character */
export function streamBody(entries: string, bytes: string): string {
  return `<<${entries}\n/Length ${bytes.length}>>\nstream\n${bytes}\nendstream`
}

/** A number without an exponent, which PDF has not. */
export function numeral(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(5)))
}

function nameOf(name: string): string {
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
}
