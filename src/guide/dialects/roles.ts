import type { Parent, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'

const ROLE = /\{([A-Za-z][\w:+-]*)\}$/
const TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kbd: 'kbd',
    sub: 'sub',
    subscript: 'sub',
    sup: 'sup',
    superscript: 'sup',
    strike: 'del',
    underline: 'u',
    del: 'del',
  }),
)
const EMPHASIS: ReadonlyMap<string, 'emphasis' | 'strong'> = new Map(
  Object.entries({
    emphasis: 'emphasis',
    strong: 'strong',
    dfn: 'emphasis',
    guilabel: 'strong',
    menuselection: 'strong',
    button: 'strong',
  }),
)
/** Roles whose text is a reference, or words as they are; all others stay code. */
const WORDS = new Set(
  'ref doc term numref eq cite cite:t cite:p cite:ps cite:ts citep citet any download abbr index footcite prf:ref u span text image chem si bdg-primary bdg'.split(
    ' ',
  ),
)

/** MyST's roles (`{ref}`, `{kbd}`, `{math}` … before a span between back-ticks) as what they show. Changes the tree. */
export function withRoles(root: Root): void {
  visit(root, (node) => {
    if (!('children' in node)) return
    const parent = node as Parent
    const children = parent.children as PhrasingContent[]
    if (!children.some((child) => child.type === 'inlineCode')) return
    parent.children = children.flatMap((child, index) => {
      const before = children[index - 1]
      const role = before?.type === 'text' ? ROLE.exec(before.value)?.[1] : undefined
      if (child.type === 'inlineCode' && role) return shown(role, child.value)
      const after = children[index + 1]
      if (child.type !== 'text' || after?.type !== 'inlineCode') return [child]
      const value = child.value.replace(ROLE, '')
      return value ? [{ ...child, value }] : []
    })
  })
}

function shown(role: string, value: string): PhrasingContent[] {
  const text = { type: 'text', value: words(value) } as const
  if (role === 'math') return [{ type: 'inlineMath', value } as never]
  const tag = TAGS.get(role)
  if (tag)
    return [
      { type: 'html', value: `<${tag}>` },
      { type: 'text', value },
      { type: 'html', value: `</${tag}>` },
    ]
  const mark = EMPHASIS.get(role)
  if (mark) return [{ type: mark, children: [text] }]
  return WORDS.has(role) ? [text] : [{ type: 'inlineCode', value: words(value) }]
}

/** `the top <top>` without the target, `~module.name` without the mark. */
function words(value: string): string {
  return (
    value
      .replace(/<[^<>]*>$/, '')
      .trim()
      .replace(/^[~!]/, '') || value
  )
}
