import type { Inline } from '../guide/index.js'

const ALLOWED = new Set(
  'abbr b bdi bdo br cite del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup u var wbr'.split(
    ' ',
  ),
)
const VOID = new Set(['br', 'wbr'])
const ATTRIBUTES = new Set(['lang', 'dir', 'title', 'class'])

interface Tag {
  readonly name: string
  readonly isClosing: boolean
  readonly attributes: Readonly<Record<string, string>>
}

interface Open {
  readonly tag: Tag | undefined
  readonly children: Inline[]
}

/**
 * Raw HTML among running text as nodes that mdast-util-to-hast makes elements of. Known tags alone, and always closed
 * where their text ends, so that no tag of a guide can reach into the page; the words between others stay.
 */
export function foldHtml(nodes: readonly Inline[]): readonly Inline[] {
  const open: Open[] = [{ tag: undefined, children: [] }]
  const put = (node: Inline): void => void open.at(-1)?.children.push(node)
  const close = (): void => {
    const last = open.pop()
    if (last?.tag) put(element(last.tag, last.children))
  }
  for (const node of nodes) {
    if (node.type !== 'html') {
      put('children' in node ? ({ ...node, children: foldHtml(node.children) } as Inline) : node)
      continue
    }
    const tag = readTag(node.value)
    if (!tag) continue
    if (VOID.has(tag.name)) put(element(tag, []))
    else if (!tag.isClosing) open.push({ tag, children: [] })
    else {
      const at = open.findLastIndex((one) => one.tag?.name === tag.name)
      const unclosed = at > 0 ? open.slice(at) : []
      unclosed.forEach(close)
    }
  }
  while (open.length > 1) close()
  return open[0]?.children ?? []
}

function element({ name, attributes }: Tag, children: readonly Inline[]): Inline {
  const { class: className, ...others } = attributes
  const hProperties = {
    ...others,
    ...(className ? { className: className.split(/\s+/) } : {}),
    // Says nothing, but Chromium's tags keep the language of an element that says something to screen readers only.
    ...(others.lang ? { ariaBusy: 'false' } : {}),
  }
  return { type: 'emphasis', data: { hName: name, hProperties }, children: [...children] } as Inline
}

function readTag(html: string): Tag | undefined {
  const [, slash, name = '', rest = ''] = /^<(\/?)([a-z][a-z0-9]*)((?:\s[^]*)?)\/?>$/i.exec(html.trim()) ?? []
  const lower = name.toLowerCase()
  if (!ALLOWED.has(lower)) return undefined
  const attributes: Record<string, string> = {}
  for (const [, key = '', double, single] of rest.matchAll(/([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)) {
    if (ATTRIBUTES.has(key.toLowerCase())) attributes[key.toLowerCase()] = double ?? single ?? ''
  }
  return { name: lower, isClosing: slash === '/', attributes }
}
