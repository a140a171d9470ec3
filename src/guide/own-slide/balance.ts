/** Their end may be left out, and a stray one does no harm. */
const OPTIONAL = new Set('p li dt dd tr td th thead tbody tfoot colgroup caption rp rt option'.split(' '))
const VOID = new Set('br hr img wbr col'.split(' '))

/** Keeps the elements of a slide within it: what is open at its end is closed, and nothing is closed that it did not open. */
export interface Balance {
  /** Whether the tag stands for something; for a closing one, with those that it leaves open before it. */
  tag(name: string, isClosing: boolean): { readonly before: string; readonly isKept: boolean }
  /** Closes all that is open: the slide ends here. */
  end(): string
}

export function createBalance(): Balance {
  const open: string[] = []
  const closeFrom = (at: number): string =>
    open
      .splice(at)
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  return {
    tag(name, isClosing) {
      if (VOID.has(name)) return { before: '', isKept: !isClosing }
      if (OPTIONAL.has(name)) return { before: '', isKept: true }
      if (!isClosing) {
        open.push(name)
        return { before: '', isKept: true }
      }
      const at = open.lastIndexOf(name)
      if (at < 0) return { before: '', isKept: false }
      const before = closeFrom(at + 1)
      open.pop()
      return { before, isKept: true }
    },
    end: () => closeFrom(0),
  }
}
