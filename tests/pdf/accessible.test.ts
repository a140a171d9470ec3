import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { auditTags } from '../../src/pdf/audit.js'
import type { TagFault } from '../../src/pdf/audit.js'
import { openPdf } from '../../src/pdf/file.js'
import { fontFaces } from '../../src/fonts/index.js'
import { readPdf, stampPdf } from '../../src/pdf/index.js'
import type { PdfMetadata } from '../../src/pdf/index.js'
import { readPages } from '../../src/pdf/pages.js'
import { openPrinter } from './print.js'
import type { Printer } from './print.js'

const metadata: PdfMetadata = {
  title: 'Größe & <Maß>',
  lang: 'de',
  author: 'Ann',
  date: '2026-11-24',
  hash: 'ab12',
}

let printer: Printer

beforeAll(async () => {
  printer = await openPrinter()
})

afterAll(() => printer.close())

/** A page as it is printed, and as it is finished. */
async function both(body: string, style?: string): Promise<readonly [Uint8Array, Uint8Array]> {
  const printed = await printer.print(body, style, 'de')
  return [printed, await stampPdf(printed, metadata)]
}

function faultsOf(bytes: Uint8Array): readonly TagFault[] {
  const file = openPdf(bytes)
  return auditTags(file, readPages(file))
}

interface Tag {
  readonly role?: string
  readonly type?: string
  readonly alt?: string
  readonly children?: readonly Tag[]
}

/** What an independent reader finds on the first page. */
async function readFirst(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const page = await document.getPage(1)
  return {
    document,
    tags: (await page.getStructTree()) as Tag,
    links: ((await page.getAnnotations()) as { contentsObj: { str: string } }[]).map(
      (one) => one.contentsObj.str,
    ),
    operators: await page.getOperatorList(),
    metadata: (await document.getMetadata()).metadata,
  }
}

/** The roles of a tree of tags, those that stand for nothing left out. */
function rolesOf(tag: Tag): string {
  const inner = (tag.children ?? []).map(rolesOf).filter(Boolean).join(' ')
  if (!tag.role || tag.role === 'NonStruct' || tag.role === 'Root') return inner
  return inner ? `${tag.role}(${inner})` : tag.role
}

/** Operators that draw while no mark is open, by their names. */
async function unmarked(bytes: Uint8Array): Promise<readonly string[]> {
  const { operators } = await readFirst(bytes)
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code as number, name]))
  const drawing =
    /^(?:showText|fill|stroke|eoFill|fillStroke|constructPath|paint(?:Image|Form|Inline).*|shadingFill)$/i
  let depth = 0
  return operators.fnArray.flatMap((code, index) => {
    const name = names.get(code) ?? ''
    // Clipping alone draws nothing.
    if (name === 'constructPath' && operators.argsArray[index][0] === OPS.endPath) return []
    if (name.startsWith('beginMarkedContent')) depth++
    if (name === 'endMarkedContent') depth--
    return depth === 0 && drawing.test(name) ? [name] : []
  })
}

describe('a printed page', () => {
  test('says that it keeps to PDF/UA-1 and PDF/A-2a, and what its colours mean', async () => {
    const [printed, finished] = await both('<h1>Eins</h1>')
    expect(faultsOf(printed)).toContain('no-identification')
    expect(faultsOf(finished)).toEqual([])
    const { metadata: said } = await readFirst(finished)
    const keys = ['pdfuaid:part', 'pdfaid:part', 'pdfaid:conformance', 'dc:title', 'dc:language']
    expect(keys.map((key) => said?.get(key))).toEqual(['1', '2', 'A', metadata.title, 'de'])
    expect(said?.get('xmp:createdate')).toBe('2026-11-24T00:00:00Z')

    const file = openPdf(finished)
    const catalog = file.dictionary(file.trailer.get('Root'))
    const [intent] = file.array(catalog.get('OutputIntents'))
    expect(file.entry(intent, 'S')).toEqual({ name: 'GTS_PDFA1' })
    const profile = file.stream(file.dictionary(intent).get('DestOutputProfile'))
    expect(profile.slice(12, 40)).toMatch(/^mntrRGB XYZ [^]*acsp$/)
    expect(Buffer.from(profile, 'latin1').readUInt32BE(0)).toBe(profile.length)
    expect(profile.length).toBeLessThan(700)
    expect(Buffer.from(finished).toString('latin1')).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}\n/)
  })

  test('marks as artifacts all that has no tag: running heads, backgrounds, rules, what is hidden from readers', async () => {
    const [printed, finished] = await both(
      '<h1>Eins</h1><p aria-hidden="true" style="opacity: 0.5">____ <svg width="9" height="9"><circle r="4"/></svg></p>' +
        '<p style="background: linear-gradient(red, blue)">Offen</p><img alt="" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==">',
      'body { background: #eee } @page { @top-left { content: "Kopf" } @bottom-right { content: counter(page) } }',
    )
    expect(await unmarked(printed)).not.toEqual([])
    expect(await unmarked(finished)).toEqual([])
    const file = openPdf(finished)
    const content = [...readPages(file).values()].map(({ dictionary }) =>
      file.stream(dictionary.get('Contents')),
    )
    // No artifact in a tag, no tag in an artifact: they follow each other, and each is closed.
    let depth = 0
    for (const [word] of content
      .join('\n')
      .matchAll(/\/(?:Artifact|[A-Za-z0-9]+ <<\/MCID \d+ >>)\s?B[DM]C|\bB[DM]C\b|\bEMC\b/g)) {
      if (word.startsWith('/')) expect(depth).toBe(0)
      depth += word === 'EMC' ? -1 : 1
    }
    expect(depth).toBe(0)
  })

  test('gives each list item a body, beside its label and around lists in it', async () => {
    const [printed, finished] = await both(
      '<ul><li>eins <strong>zwei</strong><ol><li>drei</ol><li><p>vier</ul>',
    )
    expect(faultsOf(printed)).toContain('item-without-body')
    expect(faultsOf(finished)).toEqual([])
    const { tags } = await readFirst(finished)
    expect(rolesOf(tags)).toMatch(
      /^Document\(L\(LI\((Lbl )?LBody\(Span L\(LI\((Lbl )?LBody\)\)\)\) LI\((Lbl )?LBody\(P\)\)\)\)$/,
    )
    // What marks in the page name as their parent is the body, which holds them.
    const file = openPdf(finished)
    const root = file.dictionary(file.entry(file.trailer.get('Root'), 'StructTreeRoot'))
    const parents = file.array(file.array(file.entry(root.get('ParentTree'), 'Nums'))[1])
    const roles = parents.map((parent) => file.entry(parent, 'S'))
    expect(roles).not.toContainEqual({ name: 'LI' })
  })

  test('maps the roles that PDF 1.7 does not know', async () => {
    const [printed, finished] = await both('<p><em>a</em> <strong>b</strong></p><aside>c</aside>')
    expect(faultsOf(printed)).toContain('unknown-role')
    expect(faultsOf(finished)).toEqual([])
    expect(rolesOf((await readFirst(finished)).tags)).toBe('Document(P(Span Span) Sect)')
  })

  test('says of each line of a link where it goes', async () => {
    const body =
      '<p style="width: 60px"><a href="https://example.org/a">Größe und fi</a> <a href="#b">Kapitel</a> <a href="https://example.org/b"><svg width="9" height="9" role="img"><rect width="9" height="9"/></svg></a><h1 id="b">B</h1>'
    const [printed, finished] = await both(body)
    expect(faultsOf(printed)).toContain('link-without-description')
    expect(faultsOf(finished)).toEqual([])
    const { links, tags } = await readFirst(finished)
    expect(new Set(links)).toEqual(new Set(['Größe und fi', 'Kapitel', 'https://example.org/b']))
    expect(links.length).toBeGreaterThan(3)
    expect(rolesOf(tags)).toBe('Document(P(Link Link Link(Div)) H1)')
  })

  test('keeps the scope of table heads and what cells say of their heads', async () => {
    const [printed, finished] = await both('<table><thead><tr><th>a<th>b</thead><tr><th>1<td>2</table>')
    expect(faultsOf(finished)).toEqual([])
    expect(rolesOf((await readFirst(finished)).tags)).toBe(rolesOf((await readFirst(printed)).tags))
    const scopeless = Buffer.from(
      Buffer.from(printed).toString('latin1').replaceAll('/Scope', '/Skope'),
      'latin1',
    )
    expect(faultsOf(scopeless)).toContain('header-without-scope')
    expect(faultsOf(await stampPdf(scopeless, metadata))).toEqual([])
  })

  test('has headings that skip no level', async () => {
    const [printed, finished] = await both(
      '<h2>a</h2><h5>b</h5><h5>c</h5><h6>d</h6><h3>e</h3><h1>f</h1><h2>g</h2>',
    )
    expect(faultsOf(printed)).toContain('skipped-heading')
    expect(faultsOf(finished)).toEqual([])
    expect(rolesOf((await readFirst(finished)).tags)).toBe('Document(H1 H2 H2 H3 H2 H1 H2)')
  })

  test('keeps the text of a picture, and takes one that has none for no picture', async () => {
    const image =
      'src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 height=%229%22><rect width=%229%22 height=%229%22/></svg>"'
    const [printed, finished] = await both(
      `<p><img alt="Ein Brot" ${image}><figure style="background: red">&nbsp;</figure>`,
    )
    expect(faultsOf(printed)).toContain('figure-without-text')
    expect(faultsOf(finished)).toEqual([])
    expect(JSON.stringify((await readFirst(finished)).tags)).toContain('"alt":"Ein Brot"')
  })

  test('titles bookmarks as their headings read, with blanks where lines break, from the right as well', async () => {
    const titles = async (body: string, lang: string) => {
      const finished = await stampPdf(await printer.print(body, '', lang), { ...metadata, lang })
      return (await readPdf(finished)).outline.map(({ title }) => title)
    }
    const narrow = '<h1 style="width: 60px">Wasser, <em>Mehl</em>, und Salz<em>ig</em>es</h1>'
    expect(await titles(narrow, 'de')).toEqual(['Wasser, Mehl, und Salziges'])
    const leftward = '<body dir="rtl"><h1>אחת שתיים (3) שלוש</h1><h2 style="width: 60px">ארבע Linux חמש</h2>'
    expect(await titles(leftward, 'he')).toEqual(['אחת שתיים (3) שלוש', 'ארבע Linux חמש'])
  })

  test('says which words are of another language', async () => {
    const [, finished] = await both('<p>a <i lang="fr" aria-busy="false">deux</i> <em lang="en">two</em></p>')
    const file = openPdf(finished)
    const elements = Array.from({ length: 100 }, (_, index) => file.dictionary({ object: index + 1 }))
    const languages = elements
      .filter((one) => one.has('Lang') && one.has('S'))
      .map((one) => [one.get('S'), one.get('Lang')])
    expect(languages).toContainEqual([{ name: 'Span' }, { bytes: 'fr' }])
    expect(languages).toContainEqual([{ name: 'Em' }, { bytes: 'en' }])
  })

  test('has links to places whose names are long in any script', async () => {
    const id = '模型'.repeat(30)
    const body = `<p><a href="#${id}">Modell</a></p><h1 id="${id}" style="break-before: page">Modell</h1>`
    const [printed, finished] = await both(body)
    expect(Math.max(...namesOf(printed))).toBeGreaterThan(127)
    expect(Math.max(...namesOf(finished))).toBeLessThan(128)
    const { document } = await readFirst(finished)
    const [link] = (await (await document.getPage(1)).getAnnotations()) as { dest: string }[]
    const place = await document.getDestination(link?.dest ?? '')
    expect(await document.getPageIndex(place?.[0])).toBe(1)
    expect((await readPdf(finished)).destinations).toEqual(new Map([[id, 2]]))
  })

  test('says of each glyph what it says, those of ligatures and parts of letters too', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><style>${fontFaces('final', {})}</style><text y="30" font-family="IBM Plex Sans">final figs</text></svg>`
    const [printed, finished] = await both(
      `<p>final figs</p><img alt="x" src="data:image/svg+xml,${encodeURIComponent(svg)}"><math><mover><mi>abcdefghijk</mi><mo stretchy="true">⏞</mo></mover></math>`,
      `${fontFaces('final', { formulas: true })} p { font-family: 'IBM Plex Sans' } math { font-family: 'DejaVu Math TeX Gyre' }`,
    )
    expect(unknownGlyphs(printed)).toBeGreaterThan(0)
    expect(unknownGlyphs(finished)).toBe(0)
    const { document } = await readFirst(finished)
    const { items } = await (await document.getPage(1)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
    expect(text).toContain('final figs')
    expect(text).not.toContain('\0')
    expect(text).not.toContain('\uFFFD')
  })
})

/** Lengths of all names in a file, in bytes. */
function namesOf(bytes: Uint8Array): readonly number[] {
  const file = openPdf(bytes)
  const bodies = Array.from({ length: 200 }, (_, index) => file.body(index + 1) ?? '').filter(
    (body) => !body.endsWith('endstream'),
  )
  return bodies.flatMap((body) =>
    [...body.matchAll(/\/([^\s/<>[\]()]+)/g)].map(([, name = '']) => unescaped(name)),
  )
}

function unescaped(name: string): number {
  return name.replace(/#[0-9A-F]{2}/gi, 'x').length
}

/** Glyphs of which the file says that they say nothing. */
function unknownGlyphs(bytes: Uint8Array): number {
  const file = openPdf(bytes)
  const cmaps = Array.from({ length: 200 }, (_, index) => {
    const stream = file.dictionary({ object: index + 1 }).get('ToUnicode')
    return file.stream(stream)
  })
  return cmaps.reduce((count, cmap) => count + [...cmap.matchAll(/<[0-9A-F]{4}> <0000>/g)].length, 0)
}
