import { isUtf8 } from 'node:buffer'
import { finding, type Finding } from '../finding/index.js'

/** Bytes; a guide of 60,000 words has about 0.4 MB. */
export const LARGEST_SOURCE = 10_000_000

/** Signs that turn the order of letters round, so that a text reads otherwise than it was written (Unicode UAX 9). */
const OVERRIDES = /[\u202d\u202e]/g

export interface Decoded {
  readonly text: string
  readonly told: readonly Finding[]
}

/** Decodes a guide's bytes: UTF-8, with or without a byte order mark; every line then ends in \n. Gives the text, or the finding that says why not. */
export function decode(bytes: Uint8Array, file: string): Decoded | { fault: Finding } {
  const start = { file, line: 1, column: 1 }
  if (bytes.length > LARGEST_SOURCE) return { fault: tooLarge(bytes.length, file) }
  if (!isUtf8(bytes)) return { fault: notUtf8(bytes, file) }
  if (isWide(bytes)) return { fault: finding('source-not-utf8', { byte: bytes.indexOf(0) + 1 }, start) }
  // The noncharacters stand for what reading masks and for pages to come, and have no place in a text.
  const text = new TextDecoder('utf-8')
    .decode(bytes)
    .replace(/\r\n?/g, '\n')
    .replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')
  if (text.trim() === '') return { fault: finding('source-empty', {}, start) }
  return { text: text.replace(OVERRIDES, ''), told: overridesIn(text, file) }
}

/** UTF-16 or UTF-32 without a mark: English in it is valid UTF-8 by chance, one byte of two or three of four zero. */
function isWide(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1000)
  const zeros = head.filter((byte) => byte === 0).length / head.length
  return zeros > 0.25 && zeros < 0.8
}

function overridesIn(text: string, file: string): readonly Finding[] {
  const first = text.search(OVERRIDES)
  if (first < 0) return []
  const before = text.slice(0, first).split('\n')
  const place = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 }
  return [finding('source-overrides', { count: text.match(OVERRIDES)?.length ?? 0 }, place)]
}

/** @param size in bytes */
export function tooLarge(size: number, file: string): Finding {
  const data = { megabytes: Math.ceil(size / 1e6), limit: LARGEST_SOURCE / 1e6 }
  return finding('source-too-large', data, { file, line: 1, column: 1 })
}

function notUtf8(bytes: Uint8Array, file: string): Finding {
  let line = 1
  let lineStart = 0
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && bytes[index] !== 0x0a) continue
    const row = bytes.subarray(lineStart, index)
    if (!isUtf8(row)) {
      const good = longestUtf8(row)
      const place = { file, line, column: new TextDecoder().decode(row.subarray(0, good)).length + 1 }
      return finding('source-not-utf8', { byte: lineStart + good + 1 }, place)
    }
    line++
    lineStart = index + 1
  }
  return finding('source-not-utf8', { byte: 1 }, { file, line: 1, column: 1 })
}

/** Length of the longest prefix that is whole UTF-8. */
function longestUtf8(row: Uint8Array): number {
  let good = 0
  for (let end = 1; end <= row.length; end++) {
    if (isUtf8(row.subarray(0, end))) good = end
    else if (end - good > 4) break
  }
  return good
}
