import { describe, expect, it } from 'vitest'
import { ledger, type Block, type Guide, type Inline } from '../../src/guide/index.js'
import { readText } from '../support/memory-world.js'

/** As many as a line may hold. */
const many = 3_500

/** Text that would make a parser of HTML recurse too deeply, or look at everything again and again. */
const attacks: Readonly<Record<string, string>> = {
  'nested blocks': `${'<div>\n'.repeat(many)}\n\nlast\n\n${'</div>\n'.repeat(many)}`,
  'nested tables': `${'<table><tr><td>'.repeat(3000)}last`,
  'nested lists': `${'<ul><li>'.repeat(5000)}last`,
  'nested marks': `x ${'<b>'.repeat(many)}last`,
  'marks that every paragraph opens again': `${'<font a=1>'.repeat(500)}${'<p>x'.repeat(2000)}last`,
  'attributes of one tag': `<div ${Array.from({ length: many }, (_, n) => `a${n}`).join(' ')}>last</div>`,
  'cells that reach over all others': `<table>${'<tr><td rowspan=65000 colspan=1000>x'.repeat(1200)}</table>last`,
  'text that a table pushes out': `<table>${'<i>x</i>'.repeat(5000)}</table>last`,
  'tags that never end': `<div>\n${'<a b="\n'.repeat(many)}last`,
  'instructions that never end': `<div>\n${'<?a'.repeat(many)}last`,
  'empty elements': `x ${'<span></span>'.repeat(1500)}last`,
  'areas of a map': `<map>${'<area href=x>'.repeat(1500)}</map>last`,
  'parentheses of ruby': `x ${'<rp>(</rp>'.repeat(1500)}last`,
  'sources of a film': `<div>${'<source>'.repeat(1000)}<video>${'<source>'.repeat(1000)}</video></div>last`,
  'names of places': `${'<a id=x></a>'.repeat(1500)}last`,
  'Markdown between two tags': `<div>\n\n${'x\n\n'.repeat(5000)}</div>\n\nlast`,
  breaks: `<p>${'<br>'.repeat(many)}last`,
}

describe('hostile HTML', () => {
  for (const [name, source] of Object.entries(attacks)) {
    it(`reads ${name}`, async () => {
      const { guide, findings } = await readText(source)
      expect(textOf(guide)).toMatch(/last$/)
      expect(findings.length).toBeLessThan(5)
    })
  }

  it('tells deep nesting once', async () => {
    const { findings } = await readText(attacks['nested blocks'] as string)
    expect(findings.map(({ code }) => code)).toEqual(['html-deep'])
    expect(findings[0]?.message).toContain(`${many - 100} tags`)
  })

  it('hands on no tag and no attribute but its own', async () => {
    const { guide } = await readText(
      [
        '<p onclick="a()" style="x">One <kbd onload=b() class="c" title="t">two</kbd>',
        '<abbr title="&quot;><script>alert(1)</script>" onx=y>three</abbr> <span lang="de" dir="rtl" id="i">four</span>',
        '<bdo dir="&quot; onx=y">five</bdo> <q lang=\'e"n\' cite="javascript:x">six</q> <a href="https://example.org" target=x onclick=y>seven</a></p>',
        '',
        'Text <sub onx="y>" STYLE=z>eight</SUB> <u/><mark\nonx=y>nine',
      ].join('\n'),
    )
    const tags = inlinesOf(guide).flatMap((node) => (node.type === 'html' ? [node.value] : []))
    expect(tags).toEqual([
      '<kbd>',
      '</kbd>',
      '<abbr title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">',
      '</abbr>',
      '<span lang="de" dir="rtl">',
      '</span>',
      '<bdo>',
      '</bdo>',
      '<q>',
      '</q>',
      '<sub>',
      '</sub>',
      '<mark>',
      '</mark>',
    ])
  })

  it('keeps the words of a link that runs a program, and not the link', async () => {
    const addresses = [
      'javascript:a()',
      'JaVaScRiPt:a()',
      'java\tscript:a()',
      'java&#10;script:a()',
      '&#1;javascript:a()',
      '\u00a0javascript:a()',
      'javascript&colon;a()',
      'vbscript:a()',
      'data:text/html,<script>a()</script>',
      'file:///etc/passwd',
    ]
    const source = addresses
      .map((address, index) => `<a href="${address}">word${index}</a> [also${index}](<${address}>)`)
      .join('\n\n')
    const { guide, findings } = await readText(source)
    expect(inlinesOf(guide).filter((node) => node.type === 'link')).toEqual([])
    for (const index of addresses.keys()) {
      expect(textOf(guide)).toContain(`word${index}`)
      expect(textOf(guide)).toContain(`also${index}`)
    }
    const told = findings.filter(({ code }) => code === 'link-unsafe')
    expect(told.map(({ message }) => /"(\w+):"/.exec(message)?.[1])).toEqual([
      'javascript',
      'vbscript',
      'data',
      'file',
    ])
  })
})

function textOf(guide: Guide | undefined): string {
  return (guide ? ledger(guide) : []).map(({ text }) => text).join(' ')
}

function inlinesOf(guide: Guide | undefined): readonly Inline[] {
  const deep = (nodes: readonly Inline[]): readonly Inline[] =>
    nodes.flatMap((node) => ('children' in node ? [node, ...deep(node.children)] : [node]))
  const blocks = (guide?.sections ?? []).flatMap(({ parts }) => parts.flatMap((part) => part.blocks))
  return deep(blocks.flatMap((block: Block) => (block.kind === 'paragraph' ? block.text : [])))
}
