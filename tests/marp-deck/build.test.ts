import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { marpCli } from '../compare-marp/marp-cli-pdf.js'
import { checksums, deckhand, root, scratchFolder, type Run } from '../support/cli.js'

const folder = scratchFolder()
const deck = join(folder, 'hills/hills.md')
const out = join(folder, 'out')
const made = (file: string): string => join(out, 'hills', file)
const text = (file: string): string => readFileSync(made(file), 'utf8')
const outputs = 'deck.md,deck.html,deck.pdf,handout.pdf,notes.pdf,slides-3up.pdf,facilitator.pdf'
const args = ['build', deck, '--out', out, '--only', outputs]
let run: Run

beforeAll(async () => {
  cpSync(join(root, 'tests/fixtures/marp-deck/hills'), join(folder, 'hills'), { recursive: true })
  run = await deckhand(args)
}, 60_000)

describe('a Marp deck as a guide', () => {
  it('tells what is missing and what is cut off, at its line, and changes nothing', () => {
    expect(run.code, run.stderr).toBe(0)
    const { findings } = JSON.parse(text('report.json')) as { findings: { code: string; line: number }[] }
    expect(findings.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'marp-no-edition 1',
      'picture-missing 65',
      'marp-slide-overflows 69',
    ])
    expect(existsSync(made('facilitator.pdf'))).toBe(false)
  })

  it('is deck.md as it was written, but for where its pictures are', () => {
    const source = readFileSync(deck, 'utf8')
    const own = source
      .replaceAll(/(?<!follow[^\n]*)\(hill\.svg\)/g, '(media/hill.svg)')
      .replace('lost.png', /media\/not-read-\w+\.svg/.exec(text('deck.md'))?.[0] ?? '')
    expect(text('deck.md')).toBe(own)
    expect(text('media/hills.css')).toContain('url(media/hill.svg)')
    expect(readFileSync(made('media/hill.svg'), 'utf8')).toContain('<path')
  })

  it('has its sections, slides and pages in the report', () => {
    const { sections } = JSON.parse(text('report.json')) as {
      sections: { title: string; slides: number[] }[]
    }
    expect(sections.map(({ title, slides }) => [title, ...slides])).toEqual([
      ['A walk in the hills', 1],
      ['Before you go', 2],
      ['How long it takes', 3],
      ['Far', 4, 5],
      ['Too much', 6],
    ])
  })

  it('shows its slides and keeps its notes to the handout and the lectern', async () => {
    const [pdf, handout, notes, threeUp] = await Promise.all(
      ['deck.pdf', 'handout.pdf', 'notes.pdf', 'slides-3up.pdf'].map((file) => wordsOf(made(file))),
    )
    for (const words of ['What to pack, and why', 'by the valley', 'Where the path was 👢'])
      for (const shown of [pdf, handout, notes, threeUp]) expect(shown).toContain(words)
    const note = 'Ask who has ever forgotten the water.'
    expect([pdf, threeUp].filter((shown) => shown?.includes(note))).toEqual([])
    expect([handout, notes].filter((shown) => shown?.includes(note))).toHaveLength(2)
    expect(text('deck.html')).toContain(note)
  })

  it('asks for nothing: all addresses in deck.html are data, links or within it', () => {
    const html = text('deck.html')
    const asked = [...html.matchAll(/(?:\ssrc=|url\()(?:["']|&quot;)?([^"')\s>]*)/g)].map(
      ([, address = '']) => address,
    )
    expect(asked.filter((address) => !/^(?:data:|#)/.test(address))).toEqual([])
    expect(html).not.toMatch(/@import/)
  })

  it('is the same twice, also in another time zone and language, and is passed over where nothing changed', async () => {
    const before = checksums(join(out, 'hills'))
    const second = join(folder, 'second')
    await deckhand(['build', deck, '--out', second, '--only', outputs, '--force'], {
      env: { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    })
    const { 'report.json': _, ...files } = checksums(join(second, 'hills'))
    expect(before).toMatchObject(files)
    expect((await deckhand(args)).stdout).toMatch(/Unchanged/)
    expect(checksums(join(out, 'hills'))).toEqual(before)
  })

  it('has its words in deck.pdf where marp-cli has them', async () => {
    const theirs = join(folder, 'theirs.pdf')
    await marpCli(deck, theirs, ['--pdf', '--theme-set', join(folder, 'hills/themes')])
    const [our, their] = await Promise.all([placesOf(made('deck.pdf')), placesOf(theirs)])
    // The fifth has a picture that is not there, and an emoji, which marp-cli asks the network for.
    const plain = (slides: readonly (readonly string[])[]) => slides.filter((_, index) => index !== 4)
    expect(plain(our)).toEqual(plain(their))
  }, 60_000)
})

async function wordsOf(file: string): Promise<string> {
  const pages = await itemsOf(file)
  return pages.map((items) => items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('')).join('\n')
}

/** Where each run of text begins, to the half of a pt. */
async function placesOf(file: string): Promise<readonly (readonly string[])[]> {
  const pages = await itemsOf(file)
  return pages.map((items) =>
    items
      .filter(({ str }) => str.trim() !== '')
      .map(({ str, transform }) => {
        const [x = 0, y = 0] = transform.slice(4) as number[]
        return `${str} ${Math.round(x * 2) / 2} ${Math.round(y * 2) / 2}`
      }),
  )
}

async function itemsOf(file: string) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1)
      const { items } = await page.getTextContent()
      return items.flatMap((item) => ('str' in item ? [item] : []))
    }),
  )
  await document.destroy()
  return pages
}
