import { isString } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** The text of a text string (UTF-16 or UTF-8 with a mark at its head, else Latin 1). */
export function decodeText(value: PdfValue | undefined): string | undefined {
  if (!isString(value)) return undefined
  const { bytes } = value
  if (bytes.startsWith('\xFE\xFF')) return decodeUtf16(bytes.slice(2))
  if (bytes.startsWith('\xEF\xBB\xBF')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8')
  return bytes
}

/** UTF-16, the high byte first, a byte a character. */
export function decodeUtf16(bytes: string): string {
  return Buffer.from(bytes, 'latin1')
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le')
}

/** A text string as it is written in a file: in brackets where it is plain ASCII, else in hex. */
export function encodeText(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

/** The bytes of a text string, as they are in a value. */
export function textBytes(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  return `\xFE\xFF${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`
}
