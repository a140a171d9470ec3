import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledger } from '../../src/guide/index.js'
import { readText } from '../support/memory-world.js'

/** Every `§` becomes a word of its own, so that each can be looked for. */
const WORD = '§'

const inlineTags =
  'b i em strong u s del ins kbd sub sup mark small abbr code span font a tt var Foo sl-badge'.split(' ')
const blockTags = 'div center section article p blockquote details figure form Tabs main a nav'.split(' ')
const attributes = fc.constantFrom(
  '',
  '',
  ' align="center"',
  " title='a > b'",
  ' href="https://example.org"',
  ' id=x',
  '\n  hidden',
)

const words = fc
  .integer({ min: 1, max: 3 })
  .map((count) => Array.from({ length: count }, () => WORD).join(' '))
const comment = fc.constantFrom('<!-- hidden -->', '<!-- hidden\nhidden -->')

const { phrase } = fc.letrec<{ phrase: string; mark: string }>((tie) => ({
  phrase: fc
    .array(fc.oneof({ maxDepth: 3, depthIdentifier: 'inline' }, words, comment, tie('mark')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((pieces) => `${WORD} ${pieces.join(' ')}`),
  mark: fc.oneof(
    fc
      .tuple(fc.constantFrom(...inlineTags), attributes, tie('phrase'))
      .map(([tag, attribute, inner]) => `<${tag}${attribute}>${inner}</${tag}>`),
    // Opened and never closed, closed and never opened, crossed.
    fc.tuple(fc.constantFrom('b', 'i', 'u', 'kbd'), tie('phrase')).map(([tag, inner]) => `<${tag}>${inner}`),
    fc.constantFrom(...inlineTags).map((tag) => `${WORD}</${tag}>`),
    tie('phrase').map((inner) => `<b>${WORD}<i>${inner}</b>${WORD}</i>`),
    tie('phrase').map((inner) => `**${inner}**`),
    fc.constant(`${WORD}<br>${WORD}<br/>`),
    fc.constant(`<img src="good.png" alt="" width=20>${WORD}`),
  ),
}))

const markdown = fc.oneof(
  phrase,
  phrase.map((text) => `## ${text.replaceAll('\n', ' ')}`),
  fc
    .array(phrase, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `- ${item.replaceAll('\n', ' ')}`).join('\n')),
  fc.tuple(phrase, phrase).map((cells) => {
    const [left, right] = cells.map((cell) => cell.replaceAll(/\s+/g, ' ').replaceAll('|', ''))
    return `| ${left} | ${right} |\n|---|---|\n| ${WORD} | ${WORD} |`
  }),
  fc.constant(`\`\`\`\n<div>${WORD}\n\`\`\``),
  fc.constant('> §\n> <p>§\n>\n> §'),
)

const { block } = fc.letrec<{ block: string; html: string }>((tie) => ({
  block: fc.oneof({ maxDepth: 3, depthIdentifier: 'block' }, markdown, comment, tie('html')),
  html: fc.oneof(
    fc
      .tuple(fc.constantFrom(...blockTags), attributes, tie('block'), tie('block'))
      .map(([tag, attribute, one, two]) => `<${tag}${attribute}>\n\n${one}\n\n${two}\n\n</${tag}>`),
    // A wrapper that is never closed, and one that was never opened.
    fc
      .tuple(fc.constantFrom('div', 'ul', 'table', 'details', 'b', 'select'), tie('block'))
      .map(([tag, inner]) => `<${tag}>\n\n${inner}`),
    fc.constantFrom('</div>', '</td></tr></table>', '</details>'),
    tie('block').map((inner) => `<details><summary>${WORD}</summary>\n\n${inner}\n\n</details>`),
    fc
      .tuple(tie('block'), tie('block'))
      .map(
        ([one, two]) =>
          `<table><tr><th>${WORD}</th><td rowspan=2>${WORD}</td></tr><tr><td>\n\n${one}\n\n</td><td>\n\n${two}\n\n</td></tr></table>`,
      ),
    fc.constant(`<ul><li>${WORD}<li><p>${WORD}</p><ol><li>${WORD}</ol></ul>`),
    fc.constant(`<dl><dt>${WORD}<dd>${WORD}<p>${WORD}</dl>`),
    fc.constant(
      `<figure><img src="good.png" alt=""><figcaption>${WORD} <b>${WORD}</b></figcaption></figure>`,
    ),
    fc.constant(`<pre><code class="language-js">${WORD}\n\n  ${WORD}</code></pre>`),
    fc.constant(
      `<table><caption>${WORD}</caption><td>${WORD}<ul><li>${WORD}</ul><td><pre>${WORD}</pre></table>`,
    ),
    fc.constant(`<video src="film.mp4">${WORD}</video><select><option>${WORD}<option>${WORD}</select>`),
    fc.constant('<script>hidden</script>\n<style>hidden</style>'),
  ),
}))

/** Numbers the words, so that each is another. */
function numbered(pieces: readonly string[]): { source: string; count: number } {
  let count = 0
  const source = pieces.join('\n\n').replaceAll(WORD, () => `w${++count}w`)
  return { source: `# Title\n\n${source}\n`, count }
}

describe('HTML among Markdown', () => {
  it('loses no word, shows none twice, and keeps their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 5 }), async (pieces) => {
        const { source, count } = numbered(pieces)
        const { guide } = await readText(source)
        const text = guide
          ? ledger(guide)
              .map((entry) => entry.text)
              .join(' ')
          : ''
        const found = [...text.matchAll(/w(\d+)w/g)].map(([, number]) => Number(number))
        expect(found).toEqual(Array.from({ length: count }, (_, index) => index + 1))
        expect(text).not.toContain('hidden')
      }),
      { numRuns: 300, seed: 6 },
    )
  })
})
