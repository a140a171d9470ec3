import type { Heading, RootContent } from 'mdast'
import { finding, type Finding, type Place } from '../finding/index.js'

/** A guide cut at its headings, before its blocks are read. */
export interface Outline {
  readonly title?: Heading
  /** Nodes before the first section. */
  readonly introduction: readonly RootContent[]
  readonly sections: readonly SectionOutline[]
  readonly findings: readonly Finding[]
}

export interface SectionOutline {
  /** Absent where a guide has no headings. */
  readonly heading?: Heading
  /** Nodes before the first part. */
  readonly opening: readonly RootContent[]
  readonly parts: readonly PartOutline[]
}

export interface PartOutline {
  readonly heading: Heading
  readonly content: readonly RootContent[]
}

/**
 * Finds title, sections and parts: a lone leading H1 is the title, the shallowest level under it opens a section, the
 * level below that a part. Skipped levels count as the next one down, and are told.
 */
export function outline(nodes: readonly RootContent[], placeOf: (node: Heading) => Place): Outline {
  const headings = nodes.filter((node): node is Heading => node.type === 'heading')
  const firsts = headings.filter((heading) => heading.depth === 1)
  const title = firsts.length === 1 && headings[0] === firsts[0] ? headings[0] : undefined
  const twice = firsts.length > 1 ? [finding('title-twice', {}, placeOf(firsts[1] as Heading))] : []

  const levels = relativeLevels(headings.filter((heading) => heading !== title))
  const findings = [...twice, ...skippedLevels(headings, placeOf)]
  return { ...(title ? { title } : {}), ...cut(nodes, title, levels), findings }
}

/** Each kind of jump once, at its first place: the others follow from the same habit. */
function skippedLevels(headings: readonly Heading[], placeOf: (node: Heading) => Place): readonly Finding[] {
  const kinds = new Map<string, { from: number; to: number; first: Heading; count: number }>()
  for (const [index, heading] of headings.entries()) {
    const from = headings[index - 1]?.depth ?? heading.depth
    if (heading.depth <= from + 1) continue
    const key = `${from} ${heading.depth}`
    const known = kinds.get(key)
    if (known) known.count++
    else kinds.set(key, { from, to: heading.depth, first: heading, count: 1 })
  }
  return [...kinds.values()].map(({ first, ...data }) => finding('heading-skipped', data, placeOf(first)))
}

/** 1 for a section, 2 for a part, more inside a part: how many shallower headings stand above each. */
function relativeLevels(headings: readonly Heading[]): ReadonlyMap<Heading, number> {
  const above: number[] = []
  const levels = new Map<Heading, number>()
  for (const heading of headings) {
    while (above.length > 0 && (above.at(-1) as number) >= heading.depth) above.pop()
    above.push(heading.depth)
    levels.set(heading, above.length)
  }
  return levels
}

interface OpenSection {
  heading?: Heading
  opening: RootContent[]
  parts: { heading: Heading; content: RootContent[] }[]
}

function cut(
  nodes: readonly RootContent[],
  title: Heading | undefined,
  levels: ReadonlyMap<Heading, number>,
) {
  const introduction: RootContent[] = []
  const sections: OpenSection[] = []
  let target = introduction
  for (const node of nodes) {
    if (node === title) continue
    const level = node.type === 'heading' ? levels.get(node) : undefined
    if (node.type === 'heading' && level === 1) {
      const section: OpenSection = { heading: node, opening: [], parts: [] }
      sections.push(section)
      target = section.opening
    } else if (node.type === 'heading' && level === 2) {
      const part = { heading: node, content: [] }
      sections.at(-1)?.parts.push(part)
      target = part.content
    } else target.push(node)
  }
  if (sections.length > 0) return { introduction, sections }
  return { introduction: [], sections: [{ opening: introduction, parts: [] }] }
}
