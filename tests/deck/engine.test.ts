import { describe, expect, it } from 'vitest'
import { createEngine, deckRenderer, embedPictures, renderDeck } from '../../src/deck/engine.js'
import { highlight } from '../../src/deck/highlight.js'

const deck = (theme: string, body: string, more = ''): string =>
  `---\nmarp: true\ntheme: ${theme}\n${more}---\n\n${body}\n`
const engine = createEngine()
const body = `# A & b :smile: 😀 $x^2$

$$
\\frac{a}{b}
$$

| a | b |
|--|--:|
| c | d |

\`\`\`js
const a = 1 // b
\`\`\`

---

<style scoped>section { --a: 1 }</style>

## Two well-known-words`

describe('createEngine', () => {
  it.each(['rubric', 'default', 'gaia', 'uncover'])('asks for nothing on the network (%s)', (theme) => {
    const { html, css } = engine.render(deck(theme, body))
    const both = `${html}\n${css}`.replace(/xmlns="[^"]*"/g, '').replace(/xmlns=\\?['"]?http:[^ >]*/g, '')
    expect(both.match(/(?:url\(|src=|href=|@import)\s*["']?(?:https?:)?\/\/[^\s]*/g)).toBeNull()
    expect(css).not.toMatch(/url\(['"]?fonts\//)
    expect(html).not.toContain('<script')
    expect(html).toContain(':smile: 😀')
    expect(html).toContain('<math')
  })

  it('embeds fonts for what a rubric deck shows, and none in other themes', () => {
    const css = (theme: string, text: string): string => engine.render(deck(theme, text)).css
    expect(css('rubric', 'plain')).toContain('IBM Plex Sans')
    expect(css('rubric', 'plain')).not.toContain('Naskh')
    expect(css('rubric', 'ما معنى')).toContain('Naskh')
    expect(css('rubric', '$x$')).toContain('DejaVu Math')
    expect(css('default', 'plain')).not.toContain('IBM Plex Sans')
    expect(css('default', '$x$')).toContain('DejaVu Math')
  })

  it('makes row heads, keeps hyphenated titles whole, and tells comments and keywords apart', () => {
    const { html } = engine.render(deck('rubric', body))
    expect(html).toContain('<th scope="row">c</th>')
    expect(html).toContain(
      '<h2 id="two-well-known-words">Two <span class="whole">well-known-words</span></h2>',
    )
    expect(html).toContain('<span class="hljs-keyword">const</span>')
    expect(html).toContain('<span class="hljs-comment">// b</span>')
    const plain = engine.render(deck('default', body)).html
    expect(plain).toContain('<td>c</td>')
    expect(plain).not.toContain('class="whole"')
    expect(plain).not.toContain('class="hljs-keyword"')
  })

  it('writes the stylesheet once and the same bytes each time', () => {
    const source = deck('rubric', body, 'style: |\n  section { --much-css: 1 }\n')
    const one = engine.render(source)
    expect(one).toEqual(engine.render(source))
    expect(one.html).not.toContain('much-css')
    expect(one.css).toContain('--much-css')
  })

  it('takes themes of the user, without their web fonts', () => {
    const theme = '/* @theme mine */\n@import url("https://fonts.example/x.css");\nsection { color: #123456 }'
    const { css } = createEngine({ themes: [theme] }).render(deck('mine', 'a'))
    expect(css).toContain('#123456')
    expect(css).not.toContain('fonts.example')
  })
})

describe('renderDeck', () => {
  it('makes a document of its own, a slide a page', () => {
    const source = deck(
      'rubric',
      '# A\n\n![x](media/a%20b.svg)\n\n<!-- a note -->',
      'lang: ar\ntitle: "B <i> & c"\n',
    )
    const { html, comments } = renderDeck(source, {
      pictures: new Map([['a b.svg', 'data:image/svg+xml;base64,AA==']]),
    })
    expect(html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/)
    expect(html).toContain('<title>B &lt;i&gt; &amp; c</title>')
    expect(html).toContain('src="data:image/svg+xml;base64,AA=="')
    expect(html).toMatch(/@page\s*\{\s*size: 1280px 720px;\s*margin: 0;/)
    expect(comments).toEqual([['a note']])
  })

  it('gives the same again from one engine, whatever it rendered before', () => {
    const decks = [
      deck('rubric', '# A\n\n$x^2$'),
      deck('gaia', '# B\n\n<style scoped>h1 { color: red }</style>'),
      deck('rubric', '# Ά', 'style: "h1 { color: blue }"\n'),
      deck('rubric', '# A\n\n$x^2$'),
    ]
    const render = deckRenderer()
    for (const one of decks) expect(render(one)).toEqual(renderDeck(one))
  })

  it('puts pictures into backgrounds, too, and leaves unknown ones', () => {
    const pictures = new Map([['media/a.png', 'data:image/png;base64,AA==']])
    const html = '<section style="background-image:url(&quot;media/a.png&quot;);"><img src="b.png" />'
    expect(embedPictures(html, pictures)).toBe(
      '<section style="background-image:url(&quot;data:image/png;base64,AA==&quot;);"><img src="b.png" />',
    )
  })
})

describe('highlight', () => {
  it('finds neither comments nor keywords in strings', () => {
    const html = highlight('x = "# if" # if', 'python')
    expect(html).toContain('<span class="hljs-comment"># if</span>')
    expect(html).not.toContain('hljs-keyword')
    expect(highlight('if x: pass', 'python')).toContain('<span class="hljs-keyword">if</span>')
    expect(highlight('a <b>', 'nothing')).toBe('')
  })
})
