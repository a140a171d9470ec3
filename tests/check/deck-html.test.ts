import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { marpCli } from '@marp-team/marp-cli'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDeckHtml } from '../../src/check/index.js'
import type { DeckHtml } from '../../src/check/index.js'
import { markdownHeadings } from '../../src/check/markdown-headings.js'

const markdown = `---
marp: true
lang: en
style: |
  /* # No heading */
  section { color: black }
footer: The guide
---

# A deck & more

<!-- Say this first.

# No heading either

*Then wait.* -->

---

![bg right](data:image/png;base64,iVBORw0KGgo=)

## A slide *2 of 3*

- **Lead.** Its sentence with $x^2$ in it
- <b>Second</b>

| Head | Cell |
|------|------|
| a    | b    |

---

<!-- _header: "Over it" -->

## Code <!-- fit -->

\`\`\`md
# No heading
<!-- no comment
\`\`\`

### Deep
`

let folder: string
let deck: DeckHtml

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deckhand-html-'))
  const [source, output] = [join(folder, 'deck.md'), join(folder, 'deck.html')]
  await writeFile(source, markdown)
  await marpCli([source, '--quiet', '--html', '--no-stdin', '-o', output])
  deck = readDeckHtml(await readFile(output, 'utf8'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe("marp-cli's HTML", () => {
  test('has its slides and their headings', () => {
    expect(deck.slides.map((slide) => slide.headings)).toEqual([
      [{ level: 1, text: 'A deck & more' }],
      [{ level: 2, text: 'A slide 2 of 3' }],
      [
        { level: 2, text: 'Code' },
        { level: 3, text: 'Deep' },
      ],
    ])
  })

  test('has the words of each block, without maths', () => {
    expect(deck.slides[1]?.blocks).toEqual([
      'A slide 2 of 3',
      'Lead. Its sentence with',
      'in it',
      'Second',
      'Head',
      'Cell',
      'a',
      'b',
      'The guide',
    ])
    expect(deck.slides[2]?.blocks).toContain('Over it')
  })

  test('has the notes, and nothing of its controls', () => {
    expect(deck.notes).toHaveLength(1)
    expect(deck.notes[0]).toMatch(/^Say this first\.\s+# No heading either\s+\*Then wait\.\*$/)
    expect(JSON.stringify(deck.slides)).not.toContain('Next slide')
  })
})

test("the Markdown's own headings are the same", () => {
  expect(markdownHeadings(markdown)).toEqual(deck.slides.flatMap((slide) => slide.headings))
})
