/** Elements of one picture, its copies counted: `<use>` of `<use>` grows without end. */
export interface Expansion {
  /** An element opens; `id` where it has one. */
  open(name: string, id: string | undefined): void
  close(): void
  /** The open element draws what has this id once more. */
  refers(id: string): void
  /** Rules of the picture's style refer to an id: any element may. */
  styleRefers(id: string): void
  /** How many elements are drawn in all; what refers to itself is counted once. */
  count(): number
}

/** What is drawn anew for each that refers to it. */
const TEMPLATES = new Set(['pattern', 'mask', 'marker', 'clipPath', 'filter', 'symbol'])

const MOST_RULES = 1_000_000

interface Element {
  size: number
  readonly isInTemplate: boolean
  readonly children: Element[]
  readonly refers: string[]
}

export function createExpansion(): Expansion {
  const byId = new Map<string, Element>()
  const byStyle = new Set<string>()
  let templates = 0
  const root: Element = { size: -1, isInTemplate: false, children: [], refers: [] }
  const path: Element[] = [root]
  const top = (): Element => path.at(-1) ?? root
  return {
    open(name, id) {
      const isInTemplate = top().isInTemplate || TEMPLATES.has(name)
      if (isInTemplate) templates++
      const element: Element = { size: -1, isInTemplate, children: [], refers: [] }
      top().children.push(element)
      if (id !== undefined && !byId.has(id)) byId.set(id, element)
      path.push(element)
    },
    close: () => void path.pop(),
    refers: (id) => void top().refers.push(id),
    styleRefers: (id) => void byStyle.add(id),
    count() {
      // Only in templates can rules nest what they draw.
      if (templates * byStyle.size > MOST_RULES) return Infinity
      const referred = (one: Element) => (one.isInTemplate ? [...one.refers, ...byStyle] : one.refers)
      return sizeOf(root, (one) => [...one.children, ...referred(one).flatMap((id) => byId.get(id) ?? [])])
    },
  }
}

/** With a stack of its own: references make chains that are longer than the machine's stack. */
function sizeOf(start: Element, partsOf: (element: Element) => readonly Element[]): number {
  const stack = [start]
  const isOpen = new Set<Element>()
  while (stack.length > 0) {
    const element = stack.at(-1) as Element
    const parts = partsOf(element)
    if (!isOpen.has(element)) {
      isOpen.add(element)
      stack.push(...parts.filter((one) => one.size < 0 && !isOpen.has(one)))
      continue
    }
    stack.pop()
    if (element.size < 0) element.size = parts.reduce((sum, one) => sum + Math.max(one.size, 0), 1)
  }
  return start.size
}
