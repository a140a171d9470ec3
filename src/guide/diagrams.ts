import { createHash } from 'node:crypto'
import type { Code, Image, Paragraph, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { finding, type Finding } from '../finding/index.js'
import { wordsFor } from '../words/index.js'
import { isHiddenCell, readCode } from './code.js'

/** A diagram's picture, in place of a file. */
export interface DrawnDiagram {
  readonly svg: string
  /** CSS px on paper, of so many on the slide. */
  readonly widthOnPaper: (width: number) => number
}

export interface DrawnDiagrams {
  /** By the address that stands for each in the tree. */
  readonly drawn: ReadonlyMap<string, DrawnDiagram>
  readonly findings: readonly Finding[]
}

// Characters of an alternative text that is made of a diagram's labels.
const LONGEST = 1_000

/** What the address of a diagram begins with. */
export const DIAGRAM = 'mermaid:'

/** Puts a picture in the place of each Mermaid diagram, in the tree; what cannot be drawn stays code and is told. */
export async function drawDiagrams(root: Root, file: string, lang: string): Promise<DrawnDiagrams> {
  const codes: Code[] = []
  visit(root, 'code', (node) => {
    if (!isHiddenCell(node) && readCode(node).language?.toLowerCase() === 'mermaid') codes.push(node)
  })
  const drawn = new Map<string, DrawnDiagram>()
  const findings: Finding[] = []
  if (codes.length === 0) return { drawn, findings }
  // The renderer takes half a second to load.
  const { createDiagramRoom, drawDiagram, widthOnPaper } = await import('../diagram/index.js')
  const room = createDiagramRoom()
  const words = wordsFor(lang)
  for (const node of codes) {
    const { value, title } = readCode(node)
    const diagram = drawDiagram(value, room)
    if ('reason' in diagram) {
      const { line = 1, column = 1 } = node.position?.start ?? {}
      findings.push(finding('diagram-not-drawn', { reason: diagram.reason }, { file, line, column }))
      continue
    }
    const src = `${DIAGRAM}${createHash('sha256').update(diagram.svg).digest('hex').slice(0, 12)}`
    drawn.set(src, { svg: diagram.svg, widthOnPaper })
    const labels = words.say('diagram', { labels: shortened(diagram.labels) })
    become(node, src, diagram.description ?? labels, title ?? diagram.title)
  }
  return { drawn, findings }
}

function become(node: Code, url: string, alt: string, title: string | undefined): void {
  const { position } = node
  const at = position ? { position } : {}
  const image: Image = { type: 'image', url, alt, ...(title ? { title } : {}), ...at }
  const paragraph: Paragraph = { type: 'paragraph', children: [image], ...at }
  Object.assign(node, { lang: null, meta: null, value: undefined }, paragraph)
}

function shortened(labels: readonly string[]): string {
  const text = labels.join(', ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/,[^,]*$/, '')} …` : text
}
