import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDiagramRoom, drawDiagram } from '../../src/diagram/index.js'
import { readText } from '../support/memory-world.js'

const fixture = join(import.meta.dirname, '../fixtures/reader/diagrams/guide.md')

function draw(lines: readonly string[]) {
  return drawDiagram(lines.join('\n'), createDiagramRoom())
}

describe('diagrams', () => {
  it('become SVG of the look’s colours that runs and asks for nothing, with our fonts and their labels', async () => {
    const { guide } = await readText(readFileSync(fixture))
    const drawn = [...(guide?.assets.values() ?? [])].flatMap((one) => (one.state === 'read' ? [one] : []))
    expect(drawn).toHaveLength(7)
    const tokens = readFileSync(join(import.meta.dirname, '../../templates/shared/tokens.css'), 'utf8')
    for (const { name, bytes, width = 0, widthOnPaper = 0 } of drawn) {
      const svg = Buffer.from(bytes).toString('utf8')
      expect(name).toMatch(/^mermaid-[0-9a-f]{12}\.svg$/)
      const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map((match) => match[1] ?? '')
      for (const colour of new Set(colours)) expect(`none ${tokens}`).toContain(colour)
      expect(svg).toContain("font-family=\"'IBM Plex Sans'")
      expect(svg).not.toMatch(/var\(|@import|url\((?!#)|<style|<a\b|<img|javascript|example\.org/)
      expect(widthOnPaper).toBeLessThan(width)
    }
    expect(Buffer.from(drawn[0]?.bytes ?? []).toString()).toContain('>Is it open?</text>')
  })

  it('are told where they would lose words, boxes of a group, or are of another kind', () => {
    expect(draw(['gantt', 'title A plan'])).toEqual({ reason: '"gantt" is no kind that can be drawn' })
    expect(draw([''])).toEqual({ reason: 'it names no kind of diagram' })
    expect(draw(['sequenceDiagram', 'Old host->>Guest: Hello'])).toHaveProperty('reason')
    for (const [head, line] of [
      ['flowchart LR', 'A --o B'],
      ['sequenceDiagram', 'A->>B'],
    ])
      expect(draw([head ?? '', line ?? '', head === 'sequenceDiagram' ? 'B->>A: Hi' : 'C --> D'])).toEqual({
        reason: 'the drawing would lose an arrow',
      })
    expect(draw(['flowchart LR', 'A --> B', 'subgraph None', 'end'])).toEqual({
      reason: 'a group of it has no boxes',
    })
    expect(draw(['flowchart LR', 'A[One] --> B', 'subgraph Some', 'A', 'end'])).toMatchObject({
      labels: ['B', 'One', 'Some'],
    })
  })

  it('are read however their arrows are written', () => {
    const written = ['A-->B', 'A --yes--> B', 'A---->|yes|B', 'A--yes-->B;', 'A["-->"]-.->B', 'A ==> B & C']
    const labels = written.map((line) => {
      const drawn = draw(['graph LR;', line])
      return 'svg' in drawn ? drawn.labels.join(' ') : drawn.reason
    })
    expect(labels).toEqual(['A B', 'A B yes', 'A B yes', 'A B yes', '--> B', 'A B C'])
  })

  it('are bounded in length, lines and arrows, one by one and together', () => {
    const many = (letter: string) => Array.from({ length: 30 }, (_, index) => letter + index)
    expect(draw(['graph TD', `${many('A').join(' & ')} --> ${many('B').join(' & ')}`])).toEqual({
      reason: 'it has more than 150 arrows',
    })
    expect(draw(['graph TD', ...many('A').map((one) => `${one} --> ${many('B').join(' --> ')}`)])).toEqual({
      reason: 'it has more than 150 arrows',
    })
    expect(draw(['graph TD', ...Array<string>(500).fill('A')])).toEqual({
      reason: 'it has more than 400 lines',
    })
    expect(draw([`graph TD\nA[${'x'.repeat(30_000)}]`])).toEqual({
      reason: 'it has more than 20000 characters',
    })
    // Settings that never end took minutes.
    expect(draw(['---', '\n'.repeat(19_000)])).toHaveProperty('reason')
    expect(drawDiagram('graph TD\nA --> B', { arrows: 0 })).toEqual({
      reason: 'the guide’s diagrams together have too many arrows',
    })
  })
})
