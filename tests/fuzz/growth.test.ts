import { beforeAll, describe, expect, test } from 'vitest'
import type * as Pairs from './pairs.js'
import type * as Texts from './texts.js'
import { counting, countsOf } from './work.js'

let texts: typeof Texts
let pairs: typeof Pairs.pairs
beforeAll(async () => {
  // First, so that every branch of what is loaded now is counted.
  await counting()
  texts = await import('./texts.js')
  pairs = (await import('./pairs.js')).pairs
  // What is made once and kept belongs to no guide.
  await texts.textsOf(
    Object.values(constructs)
      .map((write) => write(0))
      .join('\n\n'),
  )
})

/** The second doubling of a guide may cost at most this many times the work of the first. */
const mostPerDoubling = 2.5

/** So many of a construct, and so many pieces of one block, at first. */
const [fewBlocks, fewPieces] = [24, 100]

/** Of all work: less than this is not looked at. */
const leastShare = 0.002

/** What a guide repeats, the n-th time. */
const constructs: Readonly<Record<string, (n: number) => string>> = {
  'a paragraph': (n) => `Word ${n} stands here. And another sentence, too.`,
  'a section': (n) => `## Section ${n}\n\nText of it.`,
  'a part': (n) => `### Part ${n}\n\nText of it.`,
  'the same heading': () => '## Again',
  'a heading with the same id': () => '## Again {#again}',
  'a heading of level 1': (n) => `# Title ${n}`,
  'an inner heading': (n) => `#### Inner ${n}\n\ntext`,
  'a list': (n) => `- one ${n}\n- two\n\ntext`,
  'a list four deep': (n) => `- a ${n}\n  - b\n    - c\n      - d\n\ntext`,
  'a numbered list': (n) => `1. **Lead ${n}.** And more of it.\n2. Second\n\ntext`,
  'a task list': (n) => `- [ ] open ${n}\n- [x] done\n\ntext`,
  'a table': (n) => `| a | b |\n| - | - |\n| c ${n} | d |`,
  'a block of code': (n) => `\`\`\`js\nconst a = ${n}\n\`\`\``,
  'a quotation': (n) => `> Quoted ${n}`,
  'an alert': (n) => `> [!NOTE]\n> Mind ${n}`,
  'a formula': (n) => `$$\nx_{${n}}\n$$`,
  'maths in the line': (n) => `Where $x_${n}$ is.`,
  'a picture': (n) => `![Picture ${n}](good.png)`,
  'a missing picture': (n) => `![Picture ${n}](missing-${n}.png)`,
  'a link': (n) => `[Link ${n}](https://example.org/${n})`,
  'a link by reference': (n) => `[Link ${n}][r${n}]\n\n[r${n}]: https://example.org/${n}`,
  'a footnote': (n) => `Text[^${n}]\n\n[^${n}]: Note ${n}`,
  'a new slide': () => '---\n\ntext',
  'a comment': (n) => `<!-- ${n} -->\n\ntext`,
  'a block of HTML': (n) => `<div><p>Text <b>${n}</b></p></div>`,
  'an HTML table': (n) => `<table><tr><td>${n}</td><td>b</td></tr></table>`,
  'HTML that is left out': (n) => `<iframe src="${n}"></iframe>\n\ntext`,
  'a details element': (n) => `<details>\n<summary>More ${n}</summary>\n\nText\n\n</details>`,
  'HTML in the line': (n) => `Press <kbd>${n}</kbd> and <b>wait</b>.`,
  'a definition list': (n) => `Term ${n}\n: Meaning of it`,
  'letters of other scripts': () => '漢字とかな。 שלום. สวัสดี',
  'an emoji': () => 'Well done :tada: 🎉',
  'speaker notes': (n) => `### Part ${n}\n\n:::notes\nSay ${n}.\n:::`,
  'an exercise': (n) =>
    `:::exercise[Try ${n}]{minutes=5 lines=2}\nDo it.\n\n:::solution\nDone ${n}.\n:::\n:::`,
  objectives: (n) => `:::objectives\n- Goal ${n}\n:::`,
  'key points': (n) => `:::keypoints\n- Point ${n}\n:::`,
  'a callout': (n) => `:::tip[Tip ${n}]\nText\n:::`,
  columns: (n) => `:::columns\nLeft ${n}\n\nRight\n:::`,
  'a glossary': (n) => `The term${n} is used.\n\n:::glossary\n- **term${n}** — meaning ${n}\n:::`,
  'paper alone': (n) => `:::handout\nPaper ${n}\n:::`,
  'a slide of the author': (n) => `### Part ${n}\n\n:::slide\n# Own ${n}\n:::`,
  'an unknown directive': (n) => `:::unheard-of\nText ${n}\n:::`,
  'an unknown template tag': (n) => `Text {{ value.${n} }} goes on.`,
}

/** What one block of a guide repeats in itself. */
const within: Readonly<Record<string, (n: number) => string>> = {
  'a paragraph of words': (n) => Array.from({ length: n }, (_, at) => `word${at} goes on.`).join(' '),
  'a list of items': (n) => Array.from({ length: n }, (_, at) => `- item ${at}. More of it.`).join('\n'),
  'a table of rows': (n) =>
    `| a | b |\n| - | - |\n${Array.from({ length: n }, (_, at) => `| ${at} | b |`).join('\n')}`,
  'a table of columns': (n) =>
    ['a', '-', 'b'].map((cell) => `| ${Array.from({ length: n }, () => cell).join(' | ')} |`).join('\n'),
  'code of lines': (n) =>
    `\`\`\`js\n${Array.from({ length: n }, (_, at) => `const a${at} = 1`).join('\n')}\n\`\`\``,
  'a line of code': (n) => `\`\`\`\n${'letters '.repeat(n)}\n\`\`\``,
  'an exercise of questions': (n) =>
    `:::exercise\n${Array.from({ length: n }, (_, at) => `1. Why ${at}?`).join('\n')}\n:::`,
  'a glossary of entries': (n) =>
    `:::glossary\n${Array.from({ length: n }, (_, at) => `- **t${at}** — m`).join('\n')}\n:::`,
  'notes of paragraphs': (n) => `:::notes\n${'Say it.\n\n'.repeat(n)}:::`,
  'a quotation of paragraphs': (n) => 'Quoted.\n\n'.repeat(n).replace(/^/gm, '> '),
  'open brackets': (n) => '['.repeat(n),
  'open emphasis': (n) => '*a '.repeat(n),
  'open HTML': (n) => '<div>\n'.repeat(Math.min(n, 90)),
  'open comments': (n) => '<!-- '.repeat(n),
}

interface Growth {
  /** How much more the second doubling costs than the first: 2 where all grows with the guide, 4 with its square. */
  readonly factor: number
  /** Functions of ours that grow with the square. */
  readonly square: readonly string[]
}

async function growth(start: number, write: (n: number) => string): Promise<Growth> {
  const build = (n: number) => texts.textsOf(`# T\n\n${write(n)}\n`)
  // What is loaded at its first use belongs to no size.
  await build(2)
  const [one, two, four] = [
    await countsOf(() => build(start)),
    await countsOf(() => build(2 * start)),
    await countsOf(() => build(4 * start)),
  ]
  const all = total(four)
  const square = [...four].filter(([name, count]) => {
    const [first, second] = [one.get(name) ?? 0, two.get(name) ?? 0]
    // Both times: a step that is taken from some size on is none.
    return (
      isOurs(name) && count > all * leastShare && second > 2.8 * first && count > 3.2 * second && first > 0
    )
  })
  return {
    factor: (all - total(two)) / (total(two) - total(one)),
    square: square.map(([name, count]) => `${name}: ${one.get(name)}, ${two.get(name)}, ${count}`),
  }
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

function isOurs(name: string): boolean {
  return name.includes('/src/') && !name.includes('/node_modules/')
}

describe('twice as much of it is about twice the work', () => {
  test.each(Object.entries(constructs))('%s', async (_, write) => {
    const { factor, square } = await growth(fewBlocks, (n) =>
      Array.from({ length: n }, (__, at) => write(at + 1)).join('\n\n'),
    )
    expect(square).toEqual([])
    expect(factor).toBeLessThan(mostPerDoubling)
  })

  test.each(Object.entries(within))('%s', async (_, write) => {
    const { factor, square } = await growth(fewPieces, write)
    expect(square).toEqual([])
    expect(factor).toBeLessThan(mostPerDoubling)
  })
})

test('work is counted the same each time', async () => {
  const run = () => texts.textsOf('# T\n\nText and *more*.\n')
  await run()
  const [first, second] = [total(await countsOf(run)), total(await countsOf(run))]
  expect(first).toBeGreaterThan(10_000)
  expect(second).toBe(first)
})

test('what grows with the square is seen', async () => {
  const square = (n: number) => countsOf(async () => pairs(n))
  const [one, two, four] = [total(await square(50)), total(await square(100)), total(await square(200))]
  expect((four - two) / (two - one)).toBeGreaterThan(3.9)
})
