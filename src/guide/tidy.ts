import type { Block, Inline } from './model.js'

/** `---` opens slides only between the blocks of a part. */
export function withoutBreaks(list: readonly Block[]): readonly Block[] {
  return list.filter((inner) => inner.kind !== 'break')
}

/** Without white space at either end, which HTML and attributes leave behind. */
export function trim(nodes: readonly Inline[]): readonly Inline[] {
  const list = [...nodes]
  const first = list[0]
  if (first?.type === 'text') list[0] = { ...first, value: first.value.trimStart() }
  const last = list.at(-1)
  if (last?.type === 'text') list[list.length - 1] = { ...last, value: last.value.trimEnd() }
  return list.filter((node) => !(node.type === 'text' && node.value === ''))
}
