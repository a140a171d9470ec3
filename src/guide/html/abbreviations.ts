import type { Nodes, Parents, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** What an opening `<abbr>` says on screen when it is pointed at. */
function meaningOf(node: Nodes): string | undefined {
  return (node.data as { meaning?: string } | undefined)?.meaning
}

/**
 * Says in brackets what an abbreviation stands for, where it is first used outside of headings, since nothing can be
 * pointed at on paper; not where the guide says it anyway.
 */
export function explainAbbreviations(root: Root): Root {
  const explained = new Set<string>()
  let prose: string | undefined
  const isSaid = (meaning: string): boolean => {
    prose ??= toString(root, { includeHtml: false }).toLowerCase()
    return prose.includes(meaning.toLowerCase())
  }

  function walk<Kind extends Nodes>(node: Kind): Kind {
    if (!('children' in node) || node.type === 'heading') return node
    const waiting: string[] = []
    const children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
      const meaning = meaningOf(child)
      if (meaning !== undefined) waiting.push(meaning)
      const isEnd = child.type === 'html' && child.value === '</abbr>'
      const due = isEnd ? waiting.pop() : undefined
      if (due === undefined || explained.has(due) || isSaid(due)) return [walk(child)]
      explained.add(due)
      return [child, { type: 'text', value: ` (${due})` }]
    })
    return { ...node, children } as Parents as Kind
  }

  return walk(root)
}
