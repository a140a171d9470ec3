import type { Html } from 'mdast'
import { FORMATTING, MAY_STAY_OPEN, VOID } from './names.js'
import type { Token } from './scan.js'

/** A token of one of a run's HTML nodes. */
export interface Entry {
  readonly node: Html
  /** Of the node among its siblings. */
  readonly index: number
  readonly token: Token
}

export interface Pairs {
  /** By opening tag, the one that closes it. */
  readonly closers: ReadonlyMap<Entry, Entry>
  /** By closing tag, the one that it closes. */
  readonly openers: ReadonlyMap<Entry, Entry>
  /** Opening tags beyond the bounds. */
  readonly deep: ReadonlySet<Entry>
}

// What lies deeper is kept as if the tag were not there.
const DEEPEST = 100
// HTML opens these again in every paragraph, until they are closed.
const MOST_FORMATTING = 12
const MOST_TAGS = 50_000

interface Open {
  readonly entry: Entry
  readonly name: string
}

/** Pairs the tags of a run; work stays linear, since the stack is bounded. */
export function pairs(entries: readonly Entry[]): Pairs {
  const closers = new Map<Entry, Entry>()
  const openers = new Map<Entry, Entry>()
  const deep = new Set<Entry>()
  const beyond = new Map<string, Entry[]>()
  const stack: Open[] = []
  let tags = 0
  for (const entry of entries) {
    const { token } = entry
    if (token.kind === 'open') {
      const name = token.name.toLowerCase()
      const isTooMuch = ++tags > MOST_TAGS
      if (VOID.has(name) || MAY_STAY_OPEN.has(name) || token.isSelfClosing) {
        if (isTooMuch) deep.add(entry)
        continue
      }
      const formatting = FORMATTING.has(name) ? stack.filter((one) => FORMATTING.has(one.name)).length : 0
      if (isTooMuch || stack.length >= DEEPEST || formatting >= MOST_FORMATTING) {
        deep.add(entry)
        beyond.set(name, [...(beyond.get(name) ?? []).slice(-DEEPEST), entry])
      } else stack.push({ entry, name })
    } else if (token.kind === 'close') {
      const name = token.name.toLowerCase()
      const opener = beyond.get(name)?.pop() ?? popTo(stack, name)
      if (!opener) continue
      closers.set(opener, entry)
      openers.set(entry, opener)
    }
  }
  return { closers, openers, deep }
}

function popTo(stack: Open[], name: string): Entry | undefined {
  const at = stack.findLastIndex((one) => one.name === name)
  if (at < 0) return undefined
  const [{ entry }] = stack.splice(at) as [Open]
  return entry
}
