import type { Block, Inline } from './model.js'

/** `---` opens slides only between the blocks of a part. */
export function withoutBreaks(list: readonly Block[]): readonly Block[] {
  return list.filter((inner) => inner.kind !== 'break')
}

/** Without white space and line breaks at either end, which HTML and attributes leave behind. */
export function trim(nodes: readonly Inline[]): readonly Inline[] {
  const isBlank = (node: Inline): boolean =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
  const start = nodes.findIndex((node) => !isBlank(node))
  if (start < 0) return []
  const list = nodes.slice(start, nodes.findLastIndex((node) => !isBlank(node)) + 1)
  const first = list[0]
  if (first?.type === 'text') list[0] = { ...first, value: first.value.trimStart() }
  const last = list.at(-1)
  if (last?.type === 'text') list[list.length - 1] = { ...last, value: last.value.trimEnd() }
  return list.filter((node) => !(node.type === 'text' && node.value === ''))
}
