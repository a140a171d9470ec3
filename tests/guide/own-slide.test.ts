import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding/index.js'
import { safeSlide } from '../../src/guide/own-slide/index.js'

function safe(markdown: string): { text: string; told: readonly string[] } {
  const told: Finding[] = []
  const text = safeSlide(markdown, { file: 'guide.md', line: 10, column: 1 }, (one) => told.push(one))
  return { text, told: told.map(({ code, place }) => `${code} ${place?.line}`) }
}

describe("directives of an author's slide", () => {
  it.each([
    '<!-- theme: gaia -->',
    '<!--theme: gaia-->',
    '<!-- "theme": gaia -->',
    "<!-- 'theme': gaia -->",
    '<!-- {theme: gaia} -->',
    '<!-- ? theme\n: gaia -->',
    '<!-- &a theme: gaia -->',
    '<!-- !!str theme: gaia -->',
    '<!-- $theme: gaia -->',
    '<!--- theme: gaia --->',
    'words <!-- theme: gaia --> on a line',
    '# heading <!-- theme: gaia -->',
    '- item <!-- theme: gaia -->',
  ])('%s: one for the whole deck is left out and told', (comment) => {
    const { text, told } = safe(comment)
    expect(text).not.toContain('gaia')
    expect(told).toEqual(['slide-directive 11'])
  })

  it('what no reader of YAML takes for a mapping becomes a note, which Marp takes for nothing else', () => {
    for (const comment of [
      '<!-- > theme: gaia -->',
      '<!-- Say: hello -->',
      '<!-- a: b\ntheme: [ -->',
      '<!-- - theme: gaia -->',
    ]) {
      expect(safe(comment).text).not.toMatch(/:\s/)
    }
  })

  it('one for the slide stays, and holds for no slide that follows', () => {
    expect(safe('<!-- class: lead -->').text).toBe('<!--\n_class: "lead"\n-->')
    expect(safe('<!-- backgroundColor: #fff -->').text).toBe('<!--\n_backgroundColor: "#fff"\n-->')
    expect(safe('<!--\n_paginate: false\n_color: red\n-->').text).toBe(
      '<!--\n_paginate: "false"\n_color: "red"\n-->',
    )
    expect(safe('<!-- _backgroundImage: url(sea.jpg) -->').text).toBe(
      '<!--\n_backgroundImage: url(sea.jpg)\n-->',
    )
    expect(safe('# <!-- fit --> Large').text).toBe('# <!-- fit --> Large')
    expect(safe('`<!-- theme: gaia -->`').text).toBe('`<!-- theme: gaia -->`')
  })

  it('a header asks for nothing', () => {
    const { text, told } = safe(`<!-- _header: "![](http://a/b.png) Hello <img src='http://a/c.png'>" -->`)
    expect(text).toBe('<!--\n_header: " Hello "\n-->')
    expect(told).toEqual(['slide-address 11'])
  })
})

describe("stylesheets of an author's slide", () => {
  const css = (text: string) => safe(`<style scoped>\n${text}\n</style>`)

  it.each([
    '@import "http://a/b.css";',
    '@import url(b.css);',
    '@\\69mport "b.css";',
    'p { background: url(http://a/b.png) }',
    'p { background: url("file:///etc/passwd") }',
    "p { background: URL( 'x.png' ) }",
    'p { background: u\\72l(x.png) }',
    'p { background: \\000075 rl(x.png) }',
    'p { background: url(x.png',
    'p { background: image-set("http://a/b.png" 1x) }',
    'p { background: -webkit-image-set("http://a/b.png" 1x) }',
    '@font-face { font-family: F; src: url(f.woff2) }',
    'p { background: url(data:text/html,x) }',
  ])('%s loads nothing, and is told', (text) => {
    const { text: safeText, told } = css(text)
    expect(safeText).not.toMatch(/@import|url\(|(?<!none)image-set|rl\(/i)
    expect(told).toEqual(['slide-address 11'])
  })

  it('what loads nothing stays', () => {
    const text =
      'h1 { color: red; fill: url(#a); content: "\\201C a\\A b"; background: url(data:image/png;base64,AAAA) }'
    expect(css(text)).toEqual({ text: `<style scoped>\n${text}\n</style>`, told: [] })
  })

  it('one for the whole deck is for this slide alone', () => {
    expect(safe('<style>h1 { color: red }</style>')).toEqual({
      text: '<style scoped>h1 { color: red }</style>',
      told: ['slide-style 11'],
    })
  })
})

describe("HTML of an author's slide", () => {
  it('keeps what Marp shows, without what runs or loads', () => {
    const { text, told } = safe(
      '<div class="a" onclick="x()" style="position: fixed">\n\n<b>bold</b> <script>x()</script> <video src="http://a/b"></video>\n\n</div>\n\n<iframe srcdoc="<script>x()</script>"></iframe>\n',
    )
    expect(text).toContain('<div class="a">')
    expect(text).toContain('<b>bold</b>')
    expect(text).not.toMatch(/onclick|style|<script|<video|iframe|http/)
    expect(told).toEqual(['html-removed 13', 'html-removed 13', 'html-removed 17'])
  })

  it('closes what would swallow the slides that follow', () => {
    expect(safe('words\n\n<!-- never closed').text).not.toContain('<!--')
    expect(safe('<style scoped>\nh1 { color: red }').text).toContain('</style>')
    expect(safe('<div>\n\n<table><tr><td>cell').text).toMatch(/cell\n\n<\/table><\/div>$/)
    expect(safe('<div>\n\none\n\n---\n\ntwo').text).toBe('<div>\n\none\n\n</div>\n\n---\n\ntwo')
    expect(safe('<b><i>x</b> y</i>').text).toBe('<b><i>x</i></b> y')
    expect(safe('x</section></foreignObject></svg></div> y').text).toBe('x y')
    expect(safe('$$\nx').text).toMatch(/\n\$\$$/)
  })
})
