import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEntries } from '../../src/cli/entries.js'
import { codes, severityOf } from '../../src/finding/index.js'

const markdown = readFileSync(join(import.meta.dirname, '../../content/FINDINGS.md'), 'utf8')
const entries = parseEntries(markdown)

describe('the documentation of findings', () => {
  it('has one entry for each code, in order of the alphabet, and no other', () => {
    const headings = [...markdown.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '')
    const outside = headings.filter((heading) => /^[a-z]/.test(heading))
    expect(outside).toEqual([...codes].toSorted())
    expect([...entries.keys()]).toEqual(outside)
  })

  it.each(codes)('says of %s what, why, how to mend and an example', (code) => {
    const entry = entries.get(code)
    expect(entry?.text).toMatch(
      new RegExp(
        `^\\*\\*What\\*\\* \\(${severityOf(code)}\\): [^]+\\n\\n\\*\\*Why\\*\\*: [^]+\\n\\n\\*\\*How to mend\\*\\*: [^]+\\n\`\`\``,
      ),
    )
    expect(entry?.summary).toMatch(/^.{15,160}\.$/)
    expect((entry?.text.match(/^```/gm) ?? []).length % 2).toBe(0)
  })
})
