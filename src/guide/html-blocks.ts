import type { Html, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

/** Turns an HTML block into Markdown nodes: its headings, tables, lists and pictures become structure. */
export type HtmlBlocks = (html: Html) => readonly RootContent[]

/** Loads the converter; costly, so only where a guide holds HTML blocks. */
export async function loadHtmlBlocks(): Promise<HtmlBlocks> {
  const [{ fromHtml }, { toMdast }] = await Promise.all([
    import('hast-util-from-html'),
    import('hast-util-to-mdast'),
  ])
  return (html) => {
    const tree = toMdast(fromHtml(html.value, { fragment: true }), { document: true })
    // Their own positions count from the HTML's start: findings name the block's place in the guide.
    visit(tree, (node) => {
      if (html.position) node.position = html.position
      else delete node.position
    })
    return tree.type === 'root' ? tree.children : []
  }
}
