import type { Comment, Element, ElementContent, Root } from 'hast'
import type { Point } from 'unist'

/** What our own nodes in a tree of HTML stand for. */
export interface Placeholder {
  readonly type: 'markdown' | 'anchor'
  /** Index of the Markdown, or name of the place. */
  readonly index?: number
  readonly name?: string
}

export interface NormaliseContext {
  /** Index of the Markdown that the comment at an offset stands for. */
  readonly markdownAt: (offset: number) => number | undefined
  readonly pointAt: (offset: number) => Point
}

/** Say nothing where they stand, or say it to a browser. */
const NOTHING = new Set(
  'base basefont bgsound col colgroup frame keygen link meta param title wbr'.split(' '),
)

/** Elements that are something without any content. */
const WITHOUT_CONTENT = new Set(
  'area audio br embed hr iframe image img input object source td th tr track video'.split(' '),
)

/** Elements that are read as another one, which says to those who trim blanks what this one does not. */
const READ_AS: Readonly<Record<string, string>> = {
  area: 'embed',
  datalist: 'span',
  dialog: 'div',
  rb: 'span',
  template: 'div',
}

// Of the sources of one film or picture.
const MOST_SOURCES = 10

/**
 * The tree with the guide's own places, Markdown where comments stood for it, and names of places beside what they
 * name. What is empty goes, since whoever trims blanks would look past all of it again and again.
 */
export function normalise(root: Root, context: NormaliseContext): Root {
  return { ...root, children: childrenOf(root, context) as Root['children'] }
}

function childrenOf(parent: Root | Element, context: NormaliseContext): ElementContent[] {
  let sources = 0
  let isAfterParenthesis = false
  return (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'comment') return markdown(child, context)
    if (child.type !== 'element') return [placed(child, context)]
    const isParenthesis = child.tagName === 'rp'
    if (isParenthesis && isAfterParenthesis) return childrenOf(child, context)
    isAfterParenthesis = isParenthesis
    if (/^(source|track)$/.test(child.tagName) && (parent.type === 'root' || ++sources > MOST_SOURCES))
      return []
    return element(child, context)
  })
}

function markdown(comment: Comment, context: NormaliseContext): ElementContent[] {
  const index = context.markdownAt(comment.position?.start.offset ?? -1)
  return index === undefined ? [] : [placeholder({ type: 'markdown', index })]
}

function element(node: Element, context: NormaliseContext): ElementContent[] {
  if (NOTHING.has(node.tagName)) return []
  const names = namesOf(node).map((name) => placeholder({ type: 'anchor', name }))
  const isInside = INSIDE.test(node.tagName)
  const content = childrenOf(
    node.content ? { ...node, children: node.content.children as ElementContent[] } : node,
    context,
  )
  const children = isInside ? [...names, ...content] : content
  const before = isInside ? [] : names
  if (children.length === 0 && !WITHOUT_CONTENT.has(node.tagName)) return before
  const { hidden: _, ...properties } = node.properties
  const tagName = READ_AS[node.tagName] ?? node.tagName
  return [...before, placed({ type: 'element', tagName, properties, children, ...positionOf(node) }, context)]
}

/** Elements beside which nothing may stand. */
const INSIDE = /^(t[dh]|li|d[dt]|summary|figcaption|caption|h[1-6])$/

function namesOf({ tagName, properties }: Element): string[] {
  const names = [properties.id, tagName === 'a' ? properties.name : undefined]
  return names.flatMap((name) => (typeof name === 'string' && name !== '' ? [name] : []))
}

function positionOf({ position }: Element): Pick<Element, 'position'> {
  return position ? { position } : {}
}

function placed<Kind extends ElementContent>(node: Kind, context: NormaliseContext): Kind {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  const { position: _, ...rest } = node
  if (start === undefined || end === undefined) return rest as Kind
  return { ...node, position: { start: context.pointAt(start), end: context.pointAt(end) } }
}

function placeholder(node: Placeholder): ElementContent {
  return node as unknown as ElementContent
}
