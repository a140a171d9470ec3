import { ledger, type Guide } from '../guide/index.js'

const CODE = /\[U\+[0-9A-F]{4,6}\]/g

/** From this many times its length on, a text is too long because of its codes. */
const SWOLLEN = 1.3

/** Copies a guide, with codes in the place of letters; ids, places and pictures stay. */
export function withCodes(guide: Guide, letters: ReadonlySet<string>): Guide {
  return coded(guide, letters) as Guide
}

/** Ids of the blocks of a guide with codes that are much longer than they would be with their letters. */
export function swollenBlocks(guide: Guide): ReadonlySet<string> {
  const swollen = ledger(guide).filter(({ text }) => text.length > SWOLLEN * text.replace(CODE, '字').length)
  return new Set(swollen.map(({ id }) => id))
}

function coded(node: unknown, missing: ReadonlySet<string>, isMarkdown = false): unknown {
  if (typeof node === 'string') {
    // In an author's own slide the brackets must open no link.
    const code = (letter: string) => (isMarkdown ? `\\[U+${hex(letter)}\\]` : `[U+${hex(letter)}]`)
    return [...node].map((letter) => (missing.has(letter) ? code(letter) : letter)).join('')
  }
  if (Array.isArray(node)) return node.map((one) => coded(one, missing))
  if (typeof node !== 'object' || node === null || node instanceof Map) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      UNTOUCHED.has(key) ? value : coded(value, missing, key === 'markdown'),
    ]),
  )
}

/** Keys of the guide whose values are no text. */
export const UNTOUCHED = new Set([
  'id',
  'file',
  'name',
  'place',
  'position',
  'src',
  'url',
  'identifier',
  'lang',
  'hash',
])

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
