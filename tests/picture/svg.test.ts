import { describe, expect, it } from 'vitest'
import { readPicture } from '../../src/picture/index.js'
import { animatedGif, png } from './bytes.js'

async function clean(svg: string) {
  const read = await readPicture(Buffer.from(svg))
  return 'kind' in read ? { ...read, text: Buffer.from(read.bytes).toString() } : read
}

/** An SVG that is not refused. */
async function kept(svg: string) {
  const read = await clean(svg)
  if (!('text' in read)) throw new Error(read.reason)
  return read
}

const root = (inner: string, attributes = 'width="10" height="10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`

const uri = (bytes: Uint8Array, type = 'image/png') =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`

/** Nothing in the text that a browser could run or fetch. */
const DANGER =
  /script|onload|onclick|javascript|https?:\/\/(?!www\.w3\.org\/(?:2000\/svg|1999\/xlink)")|file:|\.css|@import|foreignObject|<(?:set|animate)|ENTITY|evil/i

describe('an SVG', () => {
  it('that is harmless keeps every word and shape', async () => {
    const inner =
      '<title>A &amp; B</title><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
      '<style>.a{fill:url(#g)}/* x > y */</style><g class="a" style="opacity:.5" transform="rotate(3)">' +
      '<use xlink:href="#p" x="1"/><path id="p" d="M0 0L1 1"/><text xml:space="preserve"> é <tspan>x</tspan></text></g>'
    const read = await kept(root(inner))
    expect(read).toMatchObject({ kind: 'svg', width: 10, height: 10, removed: [] })
    expect(read.text).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10"><title>A &amp; B</title><defs><linearGradient id="g"><stop offset="0" stop-color="red"></stop></linearGradient></defs><style>.a{fill:url(#g)}</style><g class="a" style="opacity:.5" transform="rotate(3)"><use xlink:href="#p" x="1"></use><path id="p" d="M0 0L1 1"></path><text xml:space="preserve"> é <tspan>x</tspan></text></g></svg>
      "
    `)
  })

  it.each([
    ['a script', '<script>evil()</script>', '<script>'],
    ['a script in CDATA', '<script><![CDATA[evil()]]></script>', '<script>'],
    [
      'a script of another prefix',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">evil()</s:script>',
      '<script>',
    ],
    ['an event handler', '<rect onclick="evil()" ONLOAD="evil()" width="1"/>', 'event handlers'],
    ['a link to run', '<a href="javascript:evil()"><rect/></a>', ''],
    ['a picture elsewhere', '<image href="https://evil.example/a.png"/>', 'links out of it'],
    ['a picture of the disk', '<image xlink:href="file:///etc/passwd"/>', 'links out of it'],
    ['a picture beside it', '<image xlink:href="evil.png"/>', 'links out of it'],
    ['a copy from elsewhere', '<use href="evil.svg#x"/>', 'links out of it'],
    [
      'an SVG inside',
      `<image href="${uri(Buffer.from(root('<script>evil()</script>')), 'image/svg+xml')}"/>`,
      'links out of it',
    ],
    ['a web page inside', '<use href="data:text/html,&lt;script>evil()&lt;/script>"/>', 'links out of it'],
    ['paint from elsewhere', '<rect fill="url(https://evil.example/#a)"/>', 'addresses in CSS'],
    ['paint in quotes', `<rect style="fill:url( 'https://evil.example/a' )"/>`, 'addresses in CSS'],
    ['an import', '<style>@import "https://evil.example/a.css"; .a{fill:red}</style>', 'addresses in CSS'],
    ['an import in capitals', '<style>@IMPORT url(evil.css);</style>', 'addresses in CSS'],
    ['an import in escapes', '<style>@\\69mport "evil.css";</style>', 'addresses in CSS'],
    ['an address in escapes', '<rect style="fill:u\\72 l(https://evil.example/)"/>', 'addresses in CSS'],
    ['an address cut by a comment', '<style>@im/**/port "evil.css";</style>', 'addresses in CSS'],
    ['an address without its end', '<style>a{fill:url(https://evil.example/</style>', 'addresses in CSS'],
    ['a set of pictures', '<style>a{fill:image-set("evil.png" 1x)}</style>', 'addresses in CSS'],
    ['an animated link', '<use href="#a"><set attributeName="href" to="evil.svg#a"/></use>', 'animations'],
    ['an animated handler', '<rect><animate attributeName="onload" values="evil()"/></rect>', 'animations'],
    [
      'HTML',
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/></foreignObject>',
      '<foreignObject>',
    ],
    ['HTML alone', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>', ''],
    ['sound', '<audio href="evil.mp3"/>', '<audio>'],
    ['another base', '<g xml:base="https://evil.example/"><use href="#a"/></g>', ''],
  ])('loses %s', async (_, inner, removed) => {
    const read = await kept(root(`${inner}<circle r="1"/>`))
    expect(read.text).not.toMatch(DANGER)
    expect(read.text).toContain('<circle r="1"></circle>')
    expect(read.removed.join()).toBe(removed)
  })

  it('loses a style sheet, and its editor’s remarks without a word', async () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="evil.css"?>\n' +
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- evil -->' +
      root(
        '<metadata>evil</metadata><i:view xmlns:i="http://inkscape.example/evil" i:a="1"/><path i:b="evil" xmlns:i="urn:i" d="M0 0"/>',
      )
    expect(await clean(text)).toMatchObject({
      removed: ['a style sheet'],
      text: expect.not.stringMatching(DANGER),
    })
  })

  it('keeps embedded pictures, still', async () => {
    const read = await kept(
      root(`<image href="${uri(animatedGif, 'image/gif')}"/><image href="${uri(png(30, 20))}"/>`),
    )
    expect(read).toMatchObject({ pixels: 606, removed: [] })
    expect(read.text).toContain(uri(png(30, 20)))
    expect(read.text).not.toContain(uri(animatedGif, 'image/gif'))
    const bomb = uri(png(1, 1, { claim: [50_000, 50_000] }))
    expect(await clean(root(`<image href="${bomb}"/>`))).toMatchObject({
      pixels: 0,
      removed: ['links out of it'],
    })
  })

  it('keeps the words of HTML labels', async () => {
    const label =
      '<foreignObject x="10" width="80" height="24"><div xmlns="http://www.w3.org/1999/xhtml"><p>Read &amp;<br/>write</p></div></foreignObject>'
    expect(await clean(root(label))).toMatchObject({
      text: expect.stringContaining(
        '<text x="50" y="12" text-anchor="middle" dominant-baseline="central">' +
          '<tspan x="50" dy="-0.6em">Read &amp;</tspan><tspan x="50" dy="1.2em">write</tspan></text>',
      ),
    })
    const choice = await clean(root(`<switch>${label}<text>Read</text></switch>`))
    expect(choice).toMatchObject({
      removed: [],
      text: expect.stringContaining('<switch><text>Read</text></switch>'),
    })
  })

  it.each([
    ['width="40" height="30"', { width: 40, height: 30 }, 'width="40" height="30"'],
    ['viewBox="0 0 40 30"', { width: 40, height: 30 }, 'width="40" height="30"'],
    [
      'viewBox="0,0 40,30" width="100%"',
      { width: 40, height: 30 },
      'viewBox="0 0 40 30" width="40" height="30"',
    ],
    ['width="80" viewBox="0 0 40 30"', { width: 80, height: 60 }, 'height="60"'],
    ['width="2in" height="1in"', { width: 192, height: 96 }, 'width="2in" height="1in"'],
    [
      'width="2000000" height="1000000"',
      { width: 10_000, height: 5000 },
      'width="10000" height="5000" viewBox="0 0 2000000 1000000"',
    ],
  ])('has a size: %s', async (attributes, size, written) => {
    const read = await clean(root('', attributes))
    expect(read).toMatchObject({ ...size, text: expect.stringContaining(written) })
  })

  it('without a namespace, or with a prefix, is one all the same', async () => {
    expect(await clean('<svg width="3" height="2"><rect/></svg>')).toMatchObject({
      text: expect.stringMatching(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<rect><\/rect><\/svg>\n$/),
    })
    expect(
      await clean('<a:svg xmlns:a="http://www.w3.org/2000/svg" width="3" height="2"><a:rect/></a:svg>'),
    ).toMatchObject({ text: expect.stringContaining('<rect></rect></svg>') })
  })

  const lol = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
  const doubling = (wrap: (n: number) => string) => Array.from({ length: 30 }, (_, n) => wrap(n)).join('')
  it.each([
    [
      'entities',
      `<!DOCTYPE svg [<!ENTITY l0 "x">${lol}]>${root('<text>&l10;</text>')}`,
      'refused',
      /XML entities/,
    ],
    [
      'an outer entity',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${root('<text>&x;</text>')}`,
      'refused',
      /XML entities/,
    ],
    ['another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?>${root('')}`, 'refused', /ISO-8859-1/],
    ['an open tag', '<svg xmlns="http://www.w3.org/2000/svg"><g>', 'broken', /well-formed XML \(line 1/],
    ['an unknown entity', root('<text>&nbsp;</text>'), 'broken', /well-formed/],
    ['deep nesting', root('<g>'.repeat(200) + '</g>'.repeat(200)), 'too-large', /nested deeper/],
    ['too many elements', root('<g/>'.repeat(100_001)), 'too-large', /100000 elements/],
    [
      'copies of copies',
      root(doubling((n) => `<g id="a${n}"><use href="#a${n + 1}"/><use xlink:href="#a${n + 1}"/></g>`)),
      'too-large',
      /copying its own/,
    ],
    [
      'patterns of patterns',
      root(
        doubling(
          (n) =>
            `<pattern id="a${n}"><path fill="url(#a${n + 1})"/><path style="fill:url('#a${n + 1}')"/></pattern>`,
        ),
      ),
      'too-large',
      /copying its own/,
    ],
    [
      'patterns of patterns by rules',
      root(
        `<style>${doubling((n) => `.b${n}{fill:url(#a${n})}`)}</style>${doubling((n) => `<pattern id="a${n}"><path class="b${n + 1}"/><path class="b${n + 1}"/></pattern>`)}`,
      ),
      'too-large',
      /copying its own/,
    ],
  ])('with %s is refused', async (_, svg, fault, reason) => {
    expect(await clean(svg)).toMatchObject({ fault, reason: expect.stringMatching(reason) })
  })

  it('that refers to itself is counted to an end', async () => {
    expect(
      await clean(root('<g id="a"><use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g>')),
    ).toHaveProperty('kind')
    const chain = Array.from({ length: 50_000 }, (_, n) => `<use id="u${n}" href="#u${n + 1}"/>`)
    expect(await clean(root(chain.join('')))).toHaveProperty('fault')
  })

  it('takes no longer than its length, whatever its CSS', async () => {
    for (const unit of ['url(', 'url( ', '@import ', '/*', 'url("', '\\', '<!--']) {
      const style = `<style>${unit.repeat(200_000).replace(/</g, '&lt;')}}</style>`
      expect(await clean(root(style)), unit).toHaveProperty('kind', 'svg')
    }
  })
})
