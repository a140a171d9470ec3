import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { finding, type Finding } from '../finding/index.js'

/** Characters. A longer title fits no slide, and no list of contents. */
const LONGEST = 240

/** Headings that are as long as a paragraph are taken as one, in bold. Changes the tree. */
export function settleLongHeadings(root: Root, file: string): readonly Finding[] {
  const findings: Finding[] = []
  visit(root, 'heading', (heading, index, parent) => {
    const { length } = [...toString(heading)]
    if (length <= LONGEST || !parent || index === undefined) return
    const { children, position } = heading
    parent.children[index] = {
      type: 'paragraph',
      children: [{ type: 'strong', children, ...(position ? { position } : {}) }],
      ...(position ? { position } : {}),
    }
    const { line = 1, column = 1 } = position?.start ?? {}
    findings.push(finding('heading-long', { length, most: LONGEST }, { file, line, column }))
  })
  return findings
}
