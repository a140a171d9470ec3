/** A tag of JSX. */
export interface Component {
  /** Empty for a fragment. */
  readonly name: string
  readonly isClosing: boolean
  /** `<Name />` */
  readonly isEmpty: boolean
  /** Those whose value is a text. */
  readonly attributes: ReadonlyMap<string, string>
  readonly to: number
}

/** Characters; a tag that is longer is taken for text, so that a text full of `<A` costs no more than its length. */
const LONGEST = 2000

/** The component's tag that begins at a place; undefined where it is none, or never ends. */
export function componentAt(text: string, from: number): Component | undefined {
  const start = /^<(\/?)([A-Z][\w.]*|(?=\s*\/?>))/.exec(text.slice(from, from + 80))
  if (!start) return undefined
  const attributes = new Map<string, string>()
  const end = Math.min(text.length, from + LONGEST)
  let index = from + start[0].length
  let key = ''
  while (index < end) {
    const character = text[index] as string
    if (character === '>') {
      const isEmpty = text[index - 1] === '/'
      return { name: start[2] as string, isClosing: start[1] === '/', isEmpty, attributes, to: index + 1 }
    }
    if (character === '"' || character === "'" || character === '{') {
      const close = character === '{' ? closingBrace(text, index, end) : text.indexOf(character, index + 1)
      if (close < 0 || close >= end) return undefined
      const value = text.slice(index + 1, close).trim()
      const literal = character === '{' ? /^(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)$/.exec(value) : [value, value]
      const found = literal?.slice(1).find((one) => one !== undefined)
      if (key && found !== undefined) attributes.set(key, found)
      key = ''
      index = close + 1
      continue
    }
    const word = /^([\w:-]+)\s*(=?)\s*/.exec(text.slice(index, Math.min(end, index + 100)))
    if (word) {
      key = word[2] ? (word[1] as string) : ''
      index += word[0].length
    } else if (/[\s/]/.test(character)) index++
    else return undefined
  }
  return undefined
}

function closingBrace(text: string, from: number, end: number): number {
  let depth = 0
  for (let index = from; index < end; index++) {
    if (text[index] === '{') depth++
    else if (text[index] === '}' && --depth === 0) return index
  }
  return -1
}
