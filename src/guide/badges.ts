import type { Definition, Image, ImageReference, Node, Parent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/** Hosts and paths of pictures that say how a project is just now: whether it builds, its last version, who pays. */
const BADGE = new RegExp(
  [
    String.raw`^(?:https?:)?\/\/(?:`,
    String.raw`(?:[\w.-]+\.)?(?:shields\.io|badgen\.net|badge\.fury\.io|badges\.[\w.-]+|travis-ci\.(?:org|com)|`,
    String.raw`codecov\.io|coveralls\.io|circleci\.com|david-dm\.org|nodei\.co|forthebadge\.com|deepscan\.io|`,
    String.raw`packagephobia\.(?:com|now\.sh)|(?:img\.)?badgesize\.io|contrib\.rocks|repology\.org|isitmaintained\.com|zenodo\.org\/badge|`,
    String.raw`saucelabs\.com|app\.codacy\.com|api\.codacy\.com|api\.netlify\.com|ci\.appveyor\.com|snyk\.io|`,
    String.raw`opencollective\.com\/[^\s]*\.svg|opencollective\.com\/[^\s]*\/avatar|api\.star-history\.com)`,
    String.raw`|[^\s?#]*badge[^\s/?#]*\.svg(?:[?#]|$)|[^\s?#]*\/badge\.png|[^\s?#]*\/badges?(?:\/[^\s.]*(?:\.svg|$)|[?#]|$)`,
    ')',
  ].join(''),
  'i',
)

/** GitHub shows such a picture in the dark alone, and one of the same beside it in the light. */
const FOR_THE_DARK = /#gh-dark-mode-only$/

/**
 * Badges at a README's head are left out, with the links round them: they show a state that changes by the hour, say
 * nothing to a room, and would be a row of labelled boxes. Changes the tree.
 */
export function withoutBadges(root: Root, definitions: ReadonlyMap<string, Node>): void {
  const isBadge = (node: Node): boolean => {
    if (node.type === 'image') return isLeftOut((node as Image).url)
    if (node.type !== 'imageReference') return false
    const definition = definitions.get(`definition:${(node as ImageReference).identifier}`)
    return definition !== undefined && isLeftOut((definition as Definition).url)
  }
  let found = false
  visit(root, (node) => {
    found ||= isBadge(node)
  })
  if (found) drop(root, isBadge)
}

function isLeftOut(url: string): boolean {
  return BADGE.test(url) || FOR_THE_DARK.test(url)
}

/** Leaves out what `isGone` says, and every paragraph and link that holds nothing else. */
function drop(parent: Parent, isGone: (node: Node) => boolean): void {
  visit(parent as Node, (node) => {
    if (!('children' in node)) return
    const inner = node as Parent
    if (!inner.children.some((child) => isGone(child) || holdsOnly(child, isGone))) return
    const kept = inner.children.filter((child) => !isGone(child) && !holdsOnly(child, isGone))
    inner.children = isRunning(node) ? withoutLooseBreaks(kept) : kept
  })
}

const HOLDERS = new Set(['paragraph', 'link', 'linkReference', 'emphasis', 'strong', 'listItem', 'list'])

/** Whether a node holds something that is gone, and blanks and line breaks at most beside it. */
function holdsOnly(node: Node, isGone: (node: Node) => boolean): boolean {
  if (!HOLDERS.has(node.type)) return false
  let gone = 0
  let kept = 0
  visit(node, (inner) => {
    if (isGone(inner)) {
      gone++
      return SKIP
    }
    if (!('children' in inner) && !isBlank(inner)) kept++
    return undefined
  })
  return gone > 0 && kept === 0
}

function isBlank(node: Node): boolean {
  return (
    node.type === 'break' ||
    (node.type === 'text' && (node as unknown as { value: string }).value.trim() === '')
  )
}

function isRunning({ type }: Node): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell'
}

/** No line begins or ends with what only parted badges. */
function withoutLooseBreaks<T extends Node>(nodes: T[]): T[] {
  const first = nodes.findIndex((node) => !isBlank(node))
  const last = nodes.findLastIndex((node) => !isBlank(node))
  return first < 0 ? [] : nodes.slice(first, last + 1)
}
