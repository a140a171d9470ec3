import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/deck/engine.js'
import { blocksToMarkdown, headingToMarkdown } from '../../src/deck/markdown.js'
import type { MarkdownContext } from '../../src/deck/markdown-inline.js'
import { wordsFor } from '../../src/words/index.js'
import { readText } from '../support/memory-world.js'

const engine = createEngine()
const drawing = {
  state: 'read',
  name: 'good.svg',
  mediaType: 'image/svg+xml',
  bytes: new Uint8Array(),
  width: 400,
  height: 200,
} as const

const context: MarkdownContext = {
  words: wordsFor('en'),
  assets: new Map([['good.png', drawing]]),
  footnotes: [],
  slideOf: () => undefined,
}

/** The blocks of a guide's one section as Marp's HTML, with the Markdown between. */
async function shown(source: string) {
  const { guide } = await readText(`## Section\n\n${source}\n`)
  const blocks = guide?.sections[0]?.parts.flatMap((part) => part.blocks) ?? []
  const markdown = blocksToMarkdown(blocks, context)
  return { markdown, html: engine.render(`---\ntheme: rubric\n---\n\n${markdown}\n`).html }
}

describe('HTML of a guide on slides', () => {
  it('keeps pictures within the size that it gives them', async () => {
    const { html } = await shown(
      [
        '<img src="good.png" alt="a" width="120">',
        '<img src="good.png" alt="b" height="50">',
        '<img src="good.png" alt="c" width="2000">',
        'In a line <img src="good.png" alt="d" width="32"> and <img src="good.png" alt="e">.',
      ].join('\n\n'),
    )
    const tags = [...html.matchAll(/<img[^>]*>/g)].map(([tag]) => ({
      alt: /alt="(\w)"/.exec(tag)?.[1],
      width: /width[:=]"?(\d+)/.exec(tag)?.[1],
    }))
    expect(tags).toEqual([
      { alt: 'a', width: '120' },
      { alt: 'b', width: '100' },
      { alt: 'c', width: undefined },
      { alt: 'd', width: '32' },
      { alt: 'e', width: undefined },
    ])
  })

  it('keeps a table of HTML on one line a row', async () => {
    const { html } = await shown(
      '<table><tr><td><a href="https://example.org"><b>one<br>two</b></a><ul><li>three<li>four</ul></td><td>five</td></tr><tr><td>six</td></tr></table>',
    )
    const cell = /<tbody>\s*<tr>\s*<t[dh][^>]*>([^]*?)<\/t[dh]>/.exec(html)?.[1]
    expect(cell?.replace(/\s+/g, ' ')).toBe(
      '<a href="https://example.org"><strong>one<br />two</strong></a><br />• three<br />• four',
    )
    expect(html.match(/<tbody>/g)?.length).toBe(1)
  })

  it('hands on marks alone, each closed in its block', async () => {
    const { markdown } = await shown(
      'One <kbd onclick="a()">two <sub style="x">three\n\n<mark>four</mark> <blink>five</blink> <script>six</script>\n\n<div class="bg"><p id="x">seven</p></div>',
    )
    expect([...markdown.matchAll(/<[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<kbd>',
      '<sub>',
      '</sub>',
      '</kbd>',
      '<mark>',
      '</mark>',
    ])
    expect(markdown).not.toContain('six')
  })

  it('has in a heading its words alone: pictures beside them are icons', async () => {
    const { guide } = await readText(
      '## Words ![Sign](good.png) <img src="gone.png" alt="Lost" width="20">\n',
    )
    const markdown = headingToMarkdown(2, guide?.sections[0]?.title ?? [], context)
    expect(markdown).toBe('## Words <img class="inline" src="media/good.svg" alt="">')
  })
})
