import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHandoutHtml } from '../../src/check/handout-html.js'
import { checkHandoutHtml } from '../../src/check/index.js'
import { ledger, type Guide } from '../../src/guide/index.js'
import { screenHtml } from '../../src/handout/index.js'
import { wordsFor } from '../../src/words/index.js'
import { openViewer, type Viewer } from '../hostile/viewer.js'
import { scratch } from '../support/cli.js'
import { elements, headings, hrefs, ids, parseHtml, textOf } from './html.js'
import { contextFor, guideOf, sampleGuide } from './sample-guide.js'

const guide = await sampleGuide()
const html = screenHtml(guide, contextFor(guide, { handoutPages: new Map([['dough', 3]]) }))
const tree = parseHtml(html)

const check = (of: Guide, page: string) =>
  checkHandoutHtml({ guide: of, words: wordsFor(of.lang), ledger: ledger(of), html: page })

describe('handout.html', () => {
  it('holds every participant block in its section and no note of the author', () => {
    expect(check(guide, html)).toEqual([])
    expect(html).not.toMatch(/INTRONOTE|NOTEDOUGH|NOTEITEM|EXERCISENOTE|NOTEREST|AUTHOREDSLIDE/)
  })

  it('has the blocks of each section in the order of the guide', () => {
    const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
    const text = bare(readHandoutHtml(html).text)
    let at = text.indexOf(bare('A word before the first section'))
    const late = ledger(guide)
      .filter(({ venues, apart }) => venues.includes('handout') && !apart)
      .filter((entry) => {
        // Openings are hoisted to the section's head, and so they are in the ledger.
        const found = text.indexOf(bare(entry.text), at)
        at = Math.max(at, found)
        return found < 0
      })
    expect(late.map((entry) => entry.text)).toEqual([])
  })

  it('tells what is missing, and what leaked', () => {
    const short = html.replace(/<p[^>]*>Resting is short.*?<\/p>/, '')
    expect(short).not.toBe(html)
    expect(check(guide, short).map(({ code, message }) => `${code} ${message}`)).toEqual([
      'words-missing These words are missing in handout.html: "is short."',
    ])
    const note = ledger(guide).find(({ text }) => text.startsWith('NOTEDOUGH'))
    const leaky = html.replace('Ovens differ.', () => `Ovens differ. ${note?.text}`)
    expect(check(guide, leaky).map(({ code }) => code)).toEqual(['words-leaked'])
  })

  it('has one banner, one navigation, one main part, one foot, and a way past the head', () => {
    const [body] = elements(tree, ({ tagName }) => tagName === 'body')
    const parts = body?.children.flatMap((child) => (child.type === 'element' ? [child.tagName] : []))
    expect(parts).toEqual(['a', 'header', 'nav', 'main', 'footer'])
    const [skip] = elements(tree, ({ properties }) => String(properties.className) === 'skip')
    const [main] = elements(tree, ({ tagName }) => tagName === 'main')
    expect(skip?.properties.href).toBe(`#${String(main?.properties.id)}`)
  })

  it('has headings in order, from one first one, without a gap', () => {
    const levels = headings(tree).map((heading) => Number(heading[0]))
    expect(levels.filter((level) => level === 1)).toEqual([1])
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  })

  it('has each id once, and leads every link to something', () => {
    const found = ids(tree)
    expect(found.length).toBe(new Set(found).size)
    const inner = hrefs(tree).filter((href) => href.startsWith('#'))
    expect(inner.filter((href) => !found.includes(href.slice(1)))).toEqual([])
    const sections = guide.sections.map(({ id }) => `#${id}`)
    expect(sections.filter((href) => !inner.includes(href))).toEqual([])
  })

  it('leads from a footnote back to its mark, and from a solution to its exercise', () => {
    const named = elements(tree, ({ properties }) => properties.ariaLabel !== undefined)
    expect(named.map(({ properties }) => properties.ariaLabel)).toEqual(
      expect.arrayContaining(['Footnote 1', 'Footnote 1, back to the text']),
    )
    const solution = elements(tree, ({ properties }) => String(properties.className) === 'solution')[0]
    expect(textOf(solution ?? tree)).toMatch(/^Exercise 1 Solution to exercise 1/)
  })

  it('says where a section stands on paper, and nothing of pages that a screen has not', () => {
    expect(textOf(tree)).toContain('Handout, page 3')
    expect(elements(tree, ({ properties }) => 'dataOf' in properties)).toEqual([])
  })

  it('allows its own styles by their hash, and neither script nor network', () => {
    const [policy] = elements(tree, ({ properties }) => properties.httpEquiv !== undefined)
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(String(policy?.properties.content)).toContain(`default-src 'none'`)
    expect(String(policy?.properties.content)).toContain(`style-src-elem 'sha256-${hash}'`)
    expect(String(policy?.properties.content)).not.toContain('script-src')
    expect(elements(tree, ({ tagName }) => ['script', 'link', 'iframe'].includes(tagName))).toEqual([])
    expect(style).not.toMatch(/url\((?!data:)|@import/)
  })

  it('holds no solution that is for the facilitator', async () => {
    const source =
      '---\nsolutions: facilitator\n---\n# A\n\n## B\n\n::::exercise[C]\nDo it.\n\n:::solution\nSECRETANSWER\n:::\n::::\n'
    const other = await guideOf(source)
    expect(screenHtml(other, contextFor(other))).not.toContain('SECRETANSWER')
  })
})

describe('in a browser', () => {
  let viewer: Viewer
  beforeAll(async () => void (viewer = await openViewer()))
  afterAll(() => viewer.close())

  /** The page as somebody sees it, and what the browser complained of. */
  async function shown(page: string, width: number, scheme: string): Promise<[Page, string[]]> {
    const file = join(scratch(), 'handout.html')
    writeFileSync(file, page)
    const told: string[] = []
    const opened = await viewer.open(file)
    opened.on('console', (message) => told.push(message.text()))
    await opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await opened.setViewport({ width, height: 800 })
    await opened.reload()
    return [opened, told]
  }

  it('nothing is wider than a phone, and its policy lets its styles in', async () => {
    const wide = `${'| a '.repeat(7)}|\n${'| - '.repeat(7)}|\n${'| electroencephalography '.repeat(7)}|`
    const other = await guideOf(
      `# T\n\n## S\n\n${wide}\n\n\`${'x'.repeat(90)}\`\n\n![w](wide.svg 'W')\n\n${'https://example.org/a'.repeat(9)}\n`,
    )
    for (const [of, direction] of [
      [guide, 'ltr'],
      [other, 'ltr'],
      [other, 'rtl'],
    ] as const) {
      const text = screenHtml({ ...of, dir: direction }, contextFor(of))
      const [page, told] = await shown(text, 390, 'light')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      expect(told).toEqual([])
      await page.close()
    }
  })

  it('has the margin column where there is room, and the colours that the reader asks for', async () => {
    const look = (page: Page) =>
      page.evaluate(() => ({
        ground: getComputedStyle(document.documentElement).backgroundColor,
        start: (document.querySelector('.section h2') as HTMLElement).getBoundingClientRect().x,
        label: (document.querySelector('.section .number') as HTMLElement).getBoundingClientRect().x,
      }))
    const [wide] = await shown(html, 1200, 'light')
    const light = await look(wide)
    expect(light.ground).toBe('rgb(255, 255, 255)')
    expect(light.start - light.label).toBe(15 * 18)
    await wide.close()
    const [narrow] = await shown(html, 390, 'dark')
    const dark = await look(narrow)
    expect(dark.ground).toBe('rgb(22, 22, 22)')
    expect(dark.start).toBe(dark.label)
    await narrow.close()
  })
})
