import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withWidestPages } from '../../src/build/cite.js'
import { openBrowser, type Browser } from '../../src/browser/index.js'
import { renderDeck } from '../../src/deck/engine.js'
import { deckMarkdown, fit, measureSlides, plan, type Measure, type Slide } from '../../src/deck/index.js'
import { plainText, type Guide } from '../../src/guide/index.js'
import { loadTemplates } from '../../src/templates/index.js'
import { wordsFor } from '../../src/words/index.js'
import { readText } from '../support/memory-world.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const words = wordsFor('en')
const templates = await loadTemplates({ folder: 'deck' })

/** Plans and fits a guide with the real engine in the real browser; counts how often it was laid out. */
async function fitted(source: string, swollen?: ReadonlySet<string>) {
  const guide = (await readText(source)).guide as Guide
  const { deck } = plan(guide, words)
  let passes = 0
  const measure: Measure = async (slides) => {
    passes++
    const markdown = deckMarkdown({ ...deck, slides: withWidestPages(slides) }, templates, {
      ...guide,
      words,
    })
    return browser.measure(renderDeck(markdown).html, measureSlides)
  }
  const result = await fit(deck.slides, measure, words, swollen)
  const after = await measure(result.slides)
  return { ...result, after, passes: passes - 1 }
}

const of = (slides: readonly Slide[], layout: Slide['layout']) =>
  slides.filter((slide) => slide.layout === layout)

function expectNothingCutOff(after: Awaited<ReturnType<typeof fitted>>['after']) {
  expect(after.filter((one) => one.overflow > 1)).toEqual([])
}

describe('the fit', () => {
  it('splits a long list at its items, numbers on, and leaves no lone last one', async () => {
    const items = Array.from(
      { length: 23 },
      (_, index) => `${index + 1}. Item number ${index + 1} of the list`,
    )
    const { slides, after, passes } = await fitted(`# T\n\n## S\n\n### Long\n\n${items.join('\n')}\n`)
    expectNothingCutOff(after)
    expect(passes).toBe(2)
    const lists = of(slides, 'list').map((slide) => slide.blocks[0])
    expect(lists.length).toBeGreaterThan(1)
    const counts = lists.map((list) => (list?.kind === 'list' ? list.items.length : 0))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(23)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
    const starts = lists.map((list) => (list?.kind === 'list' ? list.start : 0))
    expect(starts).toEqual(
      counts.map((_, index) => 1 + counts.slice(0, index).reduce((sum, count) => sum + count, 0)),
    )
    expect(of(slides, 'list').map((slide) => slide.part)).toEqual(
      counts.map((_, index) => ({ n: index + 1, of: counts.length })),
    )
  })

  it('splits what fits and yet is more than forty words or so, and lays it out twice in all', async () => {
    const item = '- **A lead.** A point that is made in so many words as to take two lines of it.'
    const source = (count: number) =>
      `# T\n\n## S\n\n### Dense\n\n${Array.from({ length: count }, () => item).join('\n')}\n`
    expect(of((await fitted(source(2))).slides, 'list')).toHaveLength(1)
    const { slides, after, passes } = await fitted(source(4))
    expectNothingCutOff(after)
    expect(
      of(slides, 'list').map(({ blocks: [list] }) => list?.kind === 'list' && list.items.length),
    ).toEqual([2, 2])
    expect(passes).toBe(2)
  })

  it('cuts code between its paragraphs, and leaves no empty line at either end', async () => {
    const paragraph = ['function one() {', '  first()', '  second()', '}'].join('\n')
    const { slides, passes } = await fitted(
      `# T\n\n## S\n\n### Code\n\n\`\`\`js\n${[1, 2, 3, 4].map(() => paragraph).join('\n\n')}\n\`\`\`\n`,
    )
    const parts = of(slides, 'code').map(({ blocks: [code] }) => (code?.kind === 'code' ? code.value : ''))
    expect(parts).toEqual([`${paragraph}\n\n${paragraph}`, `${paragraph}\n\n${paragraph}`])
    expect(passes).toBe(2)
  })

  it('splits a long table at its rows, with its head on every slide', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `| row ${index + 1} | some words in a cell | ${index} |`,
    )
    const { slides, after } = await fitted(
      `# T\n\n## S\n\n### Long\n\n| a | b | c |\n|---|---|--:|\n${rows.join('\n')}\n`,
    )
    expectNothingCutOff(after)
    const tables = of(slides, 'table').flatMap((slide) => slide.blocks)
    expect(
      tables.flatMap((table) =>
        table.kind === 'table' ? table.rows.map((row) => plainText(row.cells[0] ?? [])) : [],
      ),
    ).toEqual(Array.from({ length: 30 }, (_, index) => `row ${index + 1}`))
    for (const table of tables)
      if (table.kind === 'table') expect(table.head.cells.map(plainText)).toEqual(['a', 'b', 'c'])
  })

  it('splits long code at its lines, breaks wide lines, and loses no character', async () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) => `const value${index} = compute(${'argument, '.repeat(index % 9)}${index})`,
    )
    const { slides, after } = await fitted(
      `# T\n\n## S\n\n### Long\n\n\`\`\`js\n${lines.join('\n')}\n\`\`\`\n`,
    )
    expectNothingCutOff(after)
    const shown = of(slides, 'code').flatMap((slide) =>
      slide.blocks.map((block) => (block.kind === 'code' ? block.value : '')),
    )
    expect(shown.join('\n').replace(/\s/g, '')).toBe(lines.join('\n').replace(/\s/g, ''))
  })

  it('takes one step down the scale where that is enough, before it splits', async () => {
    const rows = Array.from({ length: 6 }, (_, index) => `| row ${index + 1} | words |`)
    const { slides, after, passes } = await fitted(
      `# T\n\n## S\n\n### Table\n\n| a | b |\n|---|---|\n${rows.join('\n')}\n`,
    )
    expectNothingCutOff(after)
    expect(of(slides, 'table')).toHaveLength(1)
    expect(of(slides, 'table')[0]?.dense).toBe(true)
    expect(passes).toBeLessThanOrEqual(3)
  })

  it('refers to the handout where a block fits in no way, and says so', async () => {
    const cell = 'many words in one cell '.repeat(120)
    const source = `# T\n\n## S\n\n### Huge\n\n| a | b |\n|---|---|\n| one | ${cell} |\n`
    const { slides, after, findings, replaced } = await fitted(source)
    expectNothingCutOff(after)
    expect(findings.map((finding) => finding.code)).toEqual(['block-to-handout'])
    expect(findings[0]?.place?.line).toBe(7)
    expect(replaced.size).toBeGreaterThan(0)
    expect(slides.some((slide) => slide.moved.some((block) => block.kind === 'table'))).toBe(true)
    const at = slides.findIndex((slide) => slide.moved.some((block) => block.kind === 'table')) + 1
    expect(findings[0]?.message).toBe(
      `This table fits on no slide; slide ${at} refers to the handout instead.`,
    )
  })

  it('puts columns that are too tall one below the other, and splits them there', async () => {
    const column = (name: string) =>
      Array.from({ length: 12 }, (_, index) => `- ${name} ${index + 1} is a point of this column`).join('\n')
    const { slides, after, findings } = await fitted(
      `# T\n\n## S\n\n::::columns\n:::column\n${column('Left')}\n:::\n:::column\n${column('Right')}\n:::\n::::\n`,
    )
    expectNothingCutOff(after)
    expect(findings).toEqual([])
    const items = slides.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])),
    )
    expect(items).toHaveLength(24)
  })

  it('cuts an agenda of 300 sections, whose numbers go on', async () => {
    const sections = Array.from(
      { length: 300 },
      (_, index) => `## Section ${index + 1} with a name\n\nText.\n`,
    )
    const { after, slides } = await fitted(`# T\n\n${sections.join('\n')}`)
    expectNothingCutOff(after)
    const agendas = slides.flatMap((slide) => (slide.agenda ? [slide.agenda] : []))
    expect(agendas.flat().map((row) => row.position)).toEqual(sections.map((_, index) => index + 1))
    const sizes = agendas.map((rows) => rows.length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })

  it('cuts an agenda of 30 sections, and an opening that is too full', async () => {
    const sections = Array.from(
      { length: 30 },
      (_, index) => `## Section with a rather long name ${index + 1}\n\nText.\n`,
    )
    const objectives = Array.from(
      { length: 12 },
      (_, index) => `- You can do thing ${index + 1} without any help from others.`,
    )
    const { after } = await fitted(
      `# T\n\n${sections.join('\n')}\n## Full\n\n:::questions\n- Why?\n:::\n\n:::objectives\n${objectives.join('\n')}\n:::\n`,
    )
    expectNothingCutOff(after)
  })

  it('gives the same slides twice', async () => {
    const source = `# T\n\n## S\n\n### P\n\n${Array.from({ length: 15 }, (_, index) => `- Item ${index} with some more words to it, so that it takes two lines on a slide.`).join('\n')}\n`
    expect((await fitted(source)).slides).toEqual((await fitted(source)).slides)
  })
})
