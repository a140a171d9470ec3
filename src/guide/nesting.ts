import type { Root, RootContent } from 'mdast'
import { directiveName } from './directive-names.js'

/** Directives that have a place of their own on slides and paper, and what may stand in them of each other. */
const PLACED: Readonly<Record<string, readonly string[]>> = {
  notes: [],
  slide: [],
  handout: [],
  exercise: ['notes', 'handout', 'solution'],
  solution: ['notes', 'handout'],
  keypoints: ['notes', 'handout'],
  objectives: [],
  questions: [],
  prereq: [],
  glossary: [],
}

/**
 * Gives every directive a parent that it can stand in: notes inside a list item follow the list, an exercise inside a
 * callout follows the callout. What stands in speaker notes, or in a solution that is held back, is a part of them.
 */
export function settleDirectives(root: Root, holdsSolutionsBack: boolean): Root {
  const isSecret = (name: string) => name === 'notes' || (holdsSolutionsBack && name === 'solution')

  /** A node without what cannot stand in it, and that, in order. */
  function settle(node: RootContent): readonly RootContent[] {
    const name = nameOf(node)
    if (!hasBlocks(node)) return [node]
    if (name === 'slide') return [node, ...notesIn(node).flatMap(settle)]
    if (name !== undefined && isSecret(name)) return [withChildren(node, node.children.flatMap(dissolve))]
    const allowed = name === undefined ? [] : (PLACED[name] ?? [])
    const kept: RootContent[] = []
    const moved: RootContent[] = []
    for (const child of node.children.flatMap(settle)) {
      const inner = nameOf(child)
      const isPlaced = inner !== undefined && inner in PLACED && !allowed.includes(inner)
      ;(isPlaced ? moved : kept).push(child)
    }
    if (moved.length === 0) return [withChildren(node, kept)]
    return [...(kept.length > 0 ? [withChildren(node, kept)] : []), ...moved]
  }

  /** A directive inside speaker notes: its label and its content are said with them. */
  function dissolve(node: RootContent): readonly RootContent[] {
    if (!hasBlocks(node)) return [node]
    const inner = node.children.flatMap(dissolve)
    const name = nameOf(node)
    return name !== undefined && name in PLACED ? inner.map(withoutLabel) : [withChildren(node, inner)]
  }

  return { ...root, children: root.children.flatMap(settle) }
}

/** Speaker notes that stand in an author's own slide: they are said to it, and are no Markdown of it. */
export function notesIn(slide: { readonly children: readonly RootContent[] }): readonly RootContent[] {
  return slide.children.flatMap((child) => {
    if (nameOf(child) === 'notes') return [child]
    return hasBlocks(child) ? notesIn(child) : []
  })
}

type Container = RootContent & { readonly children: readonly RootContent[] }

const CONTAINERS = new Set([
  'containerDirective',
  'list',
  'listItem',
  'blockquote',
  'footnoteDefinition',
  'defList',
  'defListDescription',
])

function hasBlocks(node: RootContent): node is Container {
  return CONTAINERS.has(node.type)
}

function withChildren(node: Container, children: readonly RootContent[]): RootContent {
  return { ...node, children } as RootContent
}

function nameOf(node: RootContent): string | undefined {
  return node.type === 'containerDirective' ? directiveName(node.name) : undefined
}

/** An ordinary paragraph from a label. */
function withoutLabel(node: RootContent): RootContent {
  if (node.type !== 'paragraph' || !node.data?.directiveLabel) return node
  const { data: _, ...paragraph } = node
  return paragraph
}
