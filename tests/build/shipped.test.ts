import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { readDeckHtml } from '../../src/check/index.js'
import { diskWorld } from '../../src/build/world.js'
import { plainText, read, type Guide } from '../../src/guide/index.js'
import { readPdf, type PdfDocument } from '../../src/pdf/index.js'
import { checksums, deckhand, root, type Run } from '../support/cli.js'

const source = join(root, 'content/open-source-ai/guide.md')
const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-shipped-'))
const made = join(folder, 'open-source-ai')
let run: Run
let guide: Guide
let deck: PdfDocument
let handout: PdfDocument
let facilitator: PdfDocument

beforeAll(async () => {
  run = await deckhand(['build', source, '--out', folder])
  guide = (await read(source, diskWorld)).guide as Guide
  ;[deck, handout, facilitator] = (await Promise.all(
    ['deck', 'handout', 'facilitator'].map((name) => readPdf(readFileSync(join(made, `${name}.pdf`)))),
  )) as [PdfDocument, PdfDocument, PdfDocument]
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = (name: string) => readFileSync(join(made, name), 'utf8')

describe('the shipped guide', () => {
  it('builds without a finding', () => {
    expect(run.code, run.stderr).toBe(0)
    expect(run.stderr).not.toMatch(/error|warning/)
    expect(readdirSync(made).toSorted()).toEqual([
      'deck.html',
      'deck.md',
      'deck.pdf',
      'facilitator.pdf',
      'handout.pdf',
      'media',
      'report.json',
    ])
    expect(readdirSync(folder)).toEqual(['open-source-ai'])
  })

  it('has ten sections of 60 minutes in all', () => {
    expect(guide.sections).toHaveLength(10)
    expect(guide.sections.reduce((sum, section) => sum + (section.minutes ?? 0), 0)).toBe(60)
  })

  it('has every section once as a heading and as a bookmark in deck and handout, in order', () => {
    // A title of two lines comes back with or without a blank at the break.
    const solid = (title: string) => title.replace(/\s/g, '')
    const titles = guide.sections.map((section) => solid(plainText(section.title)))
    for (const pdf of [deck, handout]) {
      const headings = pdf.pages.flatMap((page) => page.headings.map((heading) => solid(heading.text)))
      expect(headings.filter((heading) => titles.includes(heading))).toEqual(titles)
      const bookmarks = pdf.outline.map((bookmark) => solid(bookmark.title))
      expect(bookmarks.filter((bookmark) => titles.includes(bookmark))).toEqual(titles)
    }
    const slides = readDeckHtml(text('deck.html')).slides.length
    expect(deck.pages).toHaveLength(slides)
  })

  it('names the pages of the handout truly', () => {
    const report = JSON.parse(text('report.json')) as {
      sections: { title: string; pages: number[]; slides: number[] }[]
    }
    for (const { title, pages, slides } of report.sections) {
      const [first = 0] = pages
      expect(handout.pages[first - 1]?.headings.map((heading) => heading.text)).toContain(title)
      expect(deck.pages[(slides[0] ?? 0) - 1]?.headings.map((heading) => heading.text)).toContain(title)
    }
  })

  it('tells the room on an exercise slide where the exercise is in the handout', () => {
    const cited = deck.pages.flatMap((page) => {
      const number = /Handout, page (\d+)/.exec(page.text)?.[1]
      return number ? [{ title: page.headings[0]?.text ?? '', page: Number(number) }] : []
    })
    expect(cited).toHaveLength(9)
    for (const { title, page } of cited) {
      expect(handout.pages[page - 1]?.headings.map((heading) => heading.text)).toContain(title)
    }
  })

  it('keeps the notes out of the deck and of the handout, and gives them to the facilitator', () => {
    const spoken = 'My own first meeting with AI was a very ordinary one'
    const joined = (pdf: PdfDocument) =>
      pdf.pages
        .map((page) => page.text)
        .join(' ')
        .replace(/\s+/g, ' ')
    expect(joined(facilitator)).toContain(spoken)
    expect(joined(deck)).not.toContain(spoken)
    expect(joined(handout)).not.toContain(spoken)
    expect(text('deck.html').replace(/\s+/g, ' ')).toContain(spoken)
  })

  it('is tagged, titled and in its language', () => {
    for (const pdf of [deck, handout, facilitator]) {
      expect(pdf).toMatchObject({ tagged: true, lang: 'en-GB' })
      expect(pdf.title).toContain('What is open-source AI?')
    }
  })

  it('asks for nothing from the network', () => {
    for (const name of ['deck.html', 'deck.md']) {
      const asked = [
        ...text(name).matchAll(
          /(?:src|srcset|poster)="(?!data:|media\/)([^"]+)"|url\(\s*["']?(?!data:|#|&quot;data:)([^)"']+)/g,
        ),
      ]
      expect(asked.map((match) => match[1] ?? match[2])).toEqual([])
      expect(text(name)).not.toMatch(/<link[^>]+href="https?:|@import/)
    }
  })

  it('presents: the slides turn by keys, and nothing is asked for', async () => {
    const browser = await openBrowser()
    try {
      const sheet = await browser.open(text('deck.html'), { name: 'presenter', javascript: true })
      const turned = await sheet.evaluate(() => {
        const shown = () =>
          [...document.querySelectorAll('.bespoke-marp-slide')].findIndex((slide) =>
            slide.matches('.bespoke-marp-active'),
          )
        const press = (key: string) =>
          document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
        const first = shown()
        press('ArrowRight')
        const second = shown()
        press('End')
        return {
          first,
          second,
          last: shown(),
          notes: document.querySelectorAll('.bespoke-marp-note').length,
          progress: document.querySelectorAll('.bespoke-progress-parent').length,
        }
      })
      expect(turned).toEqual({
        first: 0,
        second: 1,
        last: deck.pages.length - 1,
        notes: expect.any(Number),
        progress: 1,
      })
      expect(turned.notes).toBeGreaterThan(30)
      expect((await sheet.print()).refused).toEqual([])
      await sheet.close()
    } finally {
      await browser.close()
    }
  })

  it('gives the same bytes in another folder, time zone and locale', async () => {
    const other = mkdtempSync(join(tmpdir(), 'deckhand-test-again-'))
    try {
      const again = await deckhand(['build', source, '--out', other, '--force'], {
        env: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
      })
      expect(again.code, again.stderr).toBe(0)
      const [before, after] = [checksums(folder), checksums(other)]
      const report = 'open-source-ai/report.json'
      const withoutTimes = (path: string) => ({
        ...(JSON.parse(readFileSync(join(path, report), 'utf8')) as object),
        timings: {},
      })
      expect(withoutTimes(other)).toEqual(withoutTimes(folder))
      expect({ ...after, [report]: '' }).toEqual({ ...before, [report]: '' })
    } finally {
      rmSync(other, { recursive: true, force: true })
    }
  })

  it('npx marp shows the same slides as deck.html', () => {
    const output = join(folder, 'marp.html')
    const marp = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/@marp-team/marp-cli/marp-cli.js'),
        join(made, 'deck.md'),
        '-o',
        output,
        '--no-stdin',
      ],
      { cwd: root, encoding: 'utf8' },
    )
    expect(marp.status, marp.stderr).toBe(0)
    const slides = (html: string) => readDeckHtml(html).slides.map((slide) => slide.blocks)
    expect(slides(readFileSync(output, 'utf8'))).toEqual(slides(text('deck.html')))
  })
})
