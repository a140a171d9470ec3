import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledger, type Guide } from '../../src/guide/index.js'
import { readText } from '../support/memory-world.js'

/** Words that stand nowhere else, so that each can be looked for. */
const word = fc.integer({ min: 10_000, max: 99_999 }).map((number) => `word${number}`)
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))
const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by)

/** What other tools put into running text; the words in it must arrive. */
const inline = fc.oneof(
  words,
  words.map((text) => `{{ page.title }} ${text}`),
  words.map((text) => `${text} {% include x.html %}`),
  words.map((text) => `{% raw %}${text}{% endraw %}`),
  words.map((text) => `{{< button href="/x" >}}${text}{{< /button >}}`),
  words.map((text) => `<%= x %>${text}<% } %>`),
  words.map((text) => `[${text}]({{ site.baseurl }}/x.html)`),
  words.map((text) => `[${text}]({% link x.md %}){: .btn}`),
  words.map((text) => `[${text}]{.smallcaps}`),
  words.map((text) => `[[Page|${text}]]`),
  words.map((text) => `*${text}*{: .red}`),
  words.map((text) => `==${text}==`),
  words.map((text) => `{ref}\`${text} <target>\``),
  words.map((text) => `{unknown-role}\`${text}\``),
  words.map((text) => `:tada: ${text} :rocket:`),
  words.map((text) => `before^[${text}] after`),
  words.map((text) => `\\(x^2\\) ${text} \\[y = 1\\]`),
  words.map((text) => `\`{{ ${text.replaceAll(' ', '.')} }}\``),
  words.map((text) => `${text} {{ open`),
)
const prose = fc.array(inline, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '))

const leaf = fc.oneof(
  { weight: 3, arbitrary: prose },
  prose.map((text) => `${text}\n{: .lead #x}`),
  prose.map((text) => `- ${text}\n- {: .first} ${text}\n{: .list}`),
  prose.map((text) => `* TOC\n{:toc}\n\n${text}`),
  fc.tuple(words, prose).map(([term, text]) => `${term}\n:   ${text}`),
  fc.tuple(word, words).map(([short, text]) => `*[${short}]: ${text}`),
  fc.tuple(words, words).map(([a, b]) => `| a | b |\n|---|---|\n| ${a} | ${b} | surplus |\n{: .table}`),
  words.map((text) => `~~~\n{% ${text.replaceAll(' ', '.')} %}\n~~~\n{: .language-python}`),
  words.map((text) => `{% highlight ruby %}\n${text}\n{% endhighlight %}`),
  words.map((text) => `\`\`\`{.python .numberLines title="${text}"}\nx\n\`\`\``),
  words.map((text) => `\`\`\`{code-block} python\n:caption: ${text}\n\nx\n\`\`\``),
  words.map((text) => `{{< highlight go >}}\n${text}\n{{< /highlight >}}`),
  words.map((text) => `{{< tab "${text}" >}}\n\n${text}\n\n{{< /tab >}}`),
  words.map((text) => `>>>\n${text}\n>>>`),
  words.map((text) => `\\[\nx = 1\n\\]\n\n${text}`),
  words.map((text) => `(target)=\n${text}`),
)

const quoted = (body: string) => indented(body, '> ').replace(/^$/gm, '>')

/** MkDocs' boxes, which hold what its pages hold. */
const mkdocs: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    prose,
    fc.tuple(words, tie('block')).map(([title, body]) => `!!! note "${title}"\n${indented(body, '    ')}`),
    fc.tuple(words, tie('block')).map(([title, body]) => `=== "${title}"\n\n${indented(body, '    ')}`),
  ),
})).block

const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(words, tie('block')).map(([title, body]) => `:::::: tip ${title}\n\n${body}\n\n::::::`),
    fc
      .tuple(words, tie('block'))
      .map(([title, body]) => `::: {.callout-note title="${title}"}\n\n${body}\n\n:::`),
    fc
      .tuple(words, tie('block'))
      .map(([title, body]) => `{% hint style="info" title="${title}" %}\n\n${body}\n\n{% endhint %}`),
    fc.tuple(words, leaf).map(([title, body]) => `\`\`\`\`\`{admonition} ${title}\n\n${body}\n\`\`\`\`\``),
    fc.tuple(words, prose).map(([title, body]) => `> [!faq]- ${title}\n${quoted(body)}`),
    fc.tuple(words, prose).map(([title, body]) => `> ## ${title}\n>\n${quoted(body)}\n{: .challenge}`),
    mkdocs,
  ),
})).block

const page = fc
  .tuple(
    fc.constantFrom('', '---\nlayout: page\n---\n\n', '---\nkernelspec: {}\n---\n\n'),
    fc.array(block, { minLength: 1, maxLength: 4 }),
  )
  .map(([head, blocks]) => `${head}# Title\n\n${blocks.join('\n\n')}\n`)

/** All that any edition may print, code apart from running text. */
function printed(guide: Guide): { text: string; code: string } {
  const entries = ledger(guide)
  const join = (list: typeof entries) => list.map((entry) => entry.text).join('\n')
  return {
    text: join(entries.filter(({ kind }) => kind !== 'code')),
    code: join(entries.filter(({ kind }) => kind === 'code')),
  }
}

describe('pages of other tools', () => {
  it('lose no word, and print no tag', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const { guide } = await readText(source)
        if (!guide) throw new Error('no guide')
        const { text, code } = printed(guide)
        for (const [expected] of source.matchAll(/word\d{5}/g)) expect(`${text}\n${code}`).toContain(expected)
        // What stands between back-ticks is taught, and `{{ open` is no tag.
        const shown = text.replace(/\{\{ (?:word\d{5}[. ]?)+ \}\}/g, '').replaceAll('{{ open', '')
        expect(shown).not.toMatch(/\{\{|\}\}|\{%|%\}|<%|\{:|:::|\{\.|==|\[\[|!!!|\[!|\^\[|\{[a-z-]+\}/)
      }),
      { numRuns: 300 },
    )
  })
})
