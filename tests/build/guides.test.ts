import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deckhand, guideIn, scratch } from '../support/cli.js'

const long =
  'This sentence is far too long for a slide, since it has many more than the twenty words that the planner allows a lead to have on it.'

/** Guides of odd shape: all of their words must be found again, headings in order. */
describe('a guide builds', () => {
  it.each([
    [
      'whose part begins with an exercise',
      `# T\n\n${long}\n\n## S\n\n### P\n\n:::exercise[Try]\nDo it.\n:::\n\nShown. And more.\n\n### Q\n\n- a\n\n---\n\n${long}\n`,
    ],
    [
      'with wide code on a page from the right',
      `---\nlang: he\n---\n\n# שלום\n\n## חלק\n\nטקסט קצר.\n\n\`\`\`\n"[0-9]{2,3}" => The number was 9.9997 but we rounded it off to 10.0 in the end.\n\`\`\`\n`,
    ],
    ['without headings', '- **Bold.** One sentence. Another.\n- Second\n  - nested\n'],
    [
      'with maths, a footnote and a callout',
      `## S\n\nIt is $x^2$.[^1]\n\n$$y = \\frac{1}{2}$$\n\n[^1]: Squared.\n\n> [!TIP]\n> Try it.\n`,
    ],
  ])('%s', async (_, source) => {
    const folder = scratch()
    const run = await deckhand(['build', guideIn(folder, source), '--out', join(folder, 'out')])
    expect(run.code, run.stderr).toBe(0)
    expect(run.stderr).not.toContain('warning')
  })
})
