import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontFaces } from '../../src/fonts/index.js'
import { readInk, readPdf, stampPdf } from '../../src/pdf/index.js'
import { pressCheck } from '../../src/press/index.js'
import { openPrinter, type Printer } from '../pdf/print.js'

let printer: Printer
beforeAll(async () => void (printer = await openPrinter()))
afterAll(() => printer.close())

/** What the press check says of a page, printed by Chromium and finished as every edition is. */
async function toldOf(body: string, { style = '', lang = 'en', standsAlone = true } = {}) {
  const pdf = await stampPdf(await printer.print(body, `html { font: 12pt serif } ${style}`, lang), {
    title: 'A page',
    lang,
    hash: 'ab',
  })
  const { text } = await readPdf(pdf)
  const found = pressCheck({ artefact: 'a.pdf', ink: readInk(pdf), lang, text, standsAlone })
  return found.map(({ code, message }) => `${code}: ${message}`)
}

const prose = '<p>Prose of some length, so that it is what most of the letters are set in.</p>'

describe('the press check', () => {
  it('is content with a page as the look has it', async () => {
    const address = '<p><a href="https://www.example.org/bread/">example.org</a> www.example.org/bread</p>'
    const field = '<div style="background: #BC2F17; color: #fff; padding: 4mm">Exercise <b>1</b></div>'
    expect(await toldOf(`${prose}${address}${field}`, { style: 'small { font-size: 9pt }' })).toEqual([])
  })

  it('tells text that is too small, with its page', async () => {
    const small =
      '<p style="break-before: page; font-size: 8pt">So small.</p><p style="font-size: 8.5pt">Less so.</p>'
    expect(await toldOf(`${prose}${small}`)).toEqual([
      'press-text-small: Page 2 of a.pdf has text of 8 pt: "So small."',
    ])
  })

  it('leaves pictures alone', async () => {
    const picture =
      '<figure role="group"><img alt="A drawing" src="data:image/svg+xml,' +
      encodeURIComponent(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text y="20" font-size="6" fill="#ccc">Tiny</text></svg>',
      ) +
      '"></figure>'
    expect(await toldOf(`${prose}${picture}`)).toEqual([])
  })

  it('judges running text by its paragraphs, not by tables', async () => {
    const table = `<table style="font-size: 10pt">${`<tr><td>${'cell '.repeat(40)}</td></tr>`.repeat(4)}</table>`
    expect(await toldOf(`${prose}${table}`)).toEqual([])
    const style = 'p { font-size: 11pt }'
    expect(await toldOf(prose, { style })).toEqual([
      'press-body-small: The running text of a.pdf is set in 11 pt; 12 pt is the least.',
    ])
    expect(await toldOf(prose, { style, lang: 'ja' })).toEqual([])
    // The facilitator's rows are looked up, not read.
    expect(await toldOf(prose, { style, standsAlone: false })).toEqual([])
  })

  it('tells text that fades in grey, on white and on a field', async () => {
    expect(await toldOf(`${prose}<p style="color: #999">Pale.</p>`)).toEqual([
      'press-grey: In grey, this text on page 1 of a.pdf has a contrast of only 2.8: "Pale."',
    ])
    const field = '<p style="background: #c60; color: #fff">White on orange.</p>'
    expect(await toldOf(`${prose}${field}`)).toEqual([
      expect.stringMatching(/^press-grey: .* contrast of only 3\.\d: "White on orange\."$/),
    ])
    expect(await toldOf(`${prose}<h1 style="color: #888; font-size: 20pt">Large</h1>`)).toEqual([])
  })

  it('tells an address that nobody can read', async () => {
    const link = '<p><a href="https://example.org/bread">Bread</a> <a href="mailto:a@example.org">Ann</a></p>'
    expect(await toldOf(`${prose}${link}`)).toEqual([
      'press-link-hidden: The address https://example.org/bread is linked in a.pdf, but not printed there.',
    ])
    expect(await toldOf(`${prose}${link}`, { standsAlone: false })).toEqual([])
  })

  it('tells fonts that are not in the file, and those that are drawn', async () => {
    const ink = readInk(await printer.print(prose))
    expect(ink.fonts.map(({ isEmbedded, isType3 }) => [isEmbedded, isType3])).toEqual([[true, false]])
    const fonts = [
      { name: 'Helvetica', isEmbedded: false, isType3: false },
      { name: 'Colours', isEmbedded: true, isType3: true },
    ]
    const copy = { artefact: 'a.pdf', ink: { ...ink, fonts }, lang: 'en', text: '', standsAlone: false }
    expect(pressCheck(copy).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'press-font-missing: a.pdf does not hold the font Helvetica that it is set in.',
      'press-font-drawn: a.pdf holds the letters of Colours as drawings (Type 3).',
    ])
  })

  it('finds the letters that Chromium draws, such as those of a weight that it makes up', async () => {
    const mono = fontFaces('', {
      isWanted: ({ family, weight }) => family === 'IBM Plex Mono' && weight === 400,
    })
    const ink = readInk(await printer.print('<b>Bolder</b>', `${mono} b { font: 700 12pt 'IBM Plex Mono' }`))
    expect(ink.fonts.map(({ isType3 }) => isType3)).toEqual([true])
    expect(ink.texts.map(({ text, size }) => [text, Math.round(size)])).toEqual([['Bolder', 12]])
  })
})
