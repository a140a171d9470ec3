/**
 * Guides made to exhaust a machine, each by the bound that it runs into. Made here, since they have megabytes.
 * @see src/guide/limits.ts
 */
const lines = (count: number, line: (index: number) => string): string =>
  `${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n`

/** What must end at once with an error. */
export const BOMBS: Readonly<Record<string, { readonly code: string; readonly make: () => string }>> = {
  'nested quotations': { code: 'nested-too-deep', make: () => `${'>'.repeat(10_000)} a\n` },
  'nested quotations with blanks': { code: 'nested-too-deep', make: () => `${'> '.repeat(10_000)}a\n` },
  'nested lists': {
    code: 'nested-too-deep',
    make: () => lines(2_000, (index) => `${'  '.repeat(index)}- a`),
  },
  'nested lists on a line': { code: 'nested-too-deep', make: () => `${'- '.repeat(10_000)}a\n` },
  'nested numbered lists on a line': { code: 'nested-too-deep', make: () => `${'1. '.repeat(10_000)}a\n` },
  'quotations in lists': { code: 'nested-too-deep', make: () => `${'- > '.repeat(5_000)}a\n` },
  'nested directives': {
    code: 'nested-too-deep',
    make: () => `${':::note\n\n'.repeat(5_000)}a\n\n${':::\n'.repeat(5_000)}`,
  },
  'directives that nothing closes': { code: 'nested-too-deep', make: () => ':::note\n'.repeat(10_000) },
  'nested emphasis': {
    code: 'nested-too-deep',
    make: () => `${'*a _b '.repeat(200)}c${' b_ a*'.repeat(200)}\n`,
  },
  'a table without end': {
    code: 'guide-too-large',
    make: () => `| a | b |\n| - | - |\n${lines(7_000, (index) => `| ${index} | c |`)}`,
  },
  'nested braces of a formula': {
    code: 'nested-too-deep',
    make: () => `$$\n${'{'.repeat(3_000)}a${'}'.repeat(3_000)}\n$$\n`,
  },
  'nested matrices': {
    code: 'nested-too-deep',
    make: () => `$$\n${'\\begin{matrix}'.repeat(200)}a${'\\end{matrix}'.repeat(200)}\n$$\n`,
  },
  'commands of a formula': {
    code: 'guide-too-large',
    make: () => `$$\n${'\\color{red}'.repeat(1_000)}\\rm x\n$$\n`,
  },
  'a long formula': { code: 'guide-too-large', make: () => `$$\n${'a+'.repeat(20_000)}b\n$$\n` },
  'closed brackets': {
    code: 'markup-too-dense',
    make: () => `${'['.repeat(20_000)}a${']'.repeat(20_000)}\n`,
  },
  'links that nothing ends': { code: 'markup-too-dense', make: () => `${'[a](<b'.repeat(8_000)}\n` },
  'nested pictures': {
    code: 'markup-too-dense',
    make: () => `${'!['.repeat(8_000)}a${'](b)'.repeat(8_000)}\n`,
  },
  'stars and underscores': { code: 'markup-too-dense', make: () => `${'*_'.repeat(24_000)}a\n` },
  'backticks of growing length': {
    code: 'markup-too-dense',
    make: () =>
      lines(150, () => `${lines(300, (index) => `e${'`'.repeat(index + 1)}`).replaceAll('\n', '')}\n`),
  },
  'comments that nothing ends': {
    code: 'markup-too-dense',
    make: () => `${'a <!--'.repeat(8_000)}\n\n${'a <!--'.repeat(8_000)}\n`,
  },
  'character data that nothing ends': {
    code: 'guide-too-large',
    make: () => `${'a <![CDATA['.repeat(100_000)}\n`,
  },
  'a paragraph of many lines': { code: 'guide-too-large', make: () => 'word <![CDATA[\n'.repeat(10_000) },
  'lines that go on lazily': { code: 'guide-too-large', make: () => `> a\n${'b\n'.repeat(20_000)}` },
  'a line of five megabytes': {
    code: 'guide-too-large',
    make: () => `\`\`\`\n${'x'.repeat(5_000_000)}\n\`\`\`\n`,
  },
  'a hundred thousand headings': {
    code: 'guide-too-large',
    make: () => lines(100_000, (index) => `## ${index}`),
  },
  'a million headings': { code: 'guide-too-large', make: () => '# a\n'.repeat(1_000_000) },
  'underlined headings': { code: 'guide-too-large', make: () => 'a\n---\n'.repeat(50_000) },
  'HTML headings': { code: 'guide-too-large', make: () => '<h2>a</h2>\n\n'.repeat(5_000) },
  'a wide table': {
    code: 'guide-too-large',
    make: () => `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${`${'|a'.repeat(2_000)}|\n`.repeat(50)}`,
  },
  'a ragged table': {
    code: 'guide-too-large',
    make: () => `${'|a'.repeat(190)}|\n${'|-'.repeat(190)}|\n${'|a|\n'.repeat(20_000)}`,
  },
  'list items': { code: 'guide-too-large', make: () => '- a\n'.repeat(40_000) },
  footnotes: {
    code: 'guide-too-large',
    make: () => `a[^0]\n\n${lines(10_000, (index) => `[^${index}]: b[^${(index + 1) % 10_000}]\n`)}`,
  },
  exercises: { code: 'guide-too-large', make: () => ':::exercise{lines=60}\na\n:::\n\n'.repeat(2_000) },
  'aliases in YAML': {
    code: 'front-matter-broken',
    make: () =>
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${lines(
        20,
        (index) =>
          `b${index}: &b${index} [${Array<string>(9)
            .fill(index > 0 ? `*b${index - 1}` : '*a')
            .join(',')}]`,
      )}---\n\na\n`,
  },
  'lists in YAML': {
    code: 'front-matter-broken',
    make: () => `---\ntitle: ${'['.repeat(50_000)}\n---\n\na\n`,
  },
  'a text in YAML': {
    code: 'guide-too-large',
    make: () => `---\ntitle: ${'a'.repeat(1_000_000)}\n---\n\na\n`,
  },
}

/** What lies within the bounds, or has none: it must be read, and all of it. */
export const HARMLESS: Readonly<Record<string, () => string>> = {
  'reference definitions': () =>
    `[a0][a1]\n\n${lines(2_500, (index) => `[a${index}]: https://example.org/${index}`)}`,
  entities: () => '&amp; '.repeat(5_000),
  emoji: () => ':smile: '.repeat(5_000),
  colons: () => ':a'.repeat(10_000),
  'template tags': () => '{% a '.repeat(3_000),
  'attributes of a heading': () => `## a {${'b=c '.repeat(10_000)}}\n\ntext\n`,
  'combining marks': () => `a${'\u0301'.repeat(20_000)}\n`,
  directions: () => `${'\u202e\u2066'.repeat(5_000)}a\n`,
  escapes: () => `${'\\'.repeat(20_000)}\n`,
  'null characters': () => `${'\0'.repeat(10_000)}a\n`,
  'stray colons': () => `a\n\n${':::\n'.repeat(5_000)}`,
  rules: () => `a\n\n${'***\n\n'.repeat(5_000)}`,
  'inline elements': () => `a ${'<sub>'.repeat(3_000)}\n`,
  'block elements': () => `${'<div>\n'.repeat(5_000)}a\n`,
  'paragraphs in elements': () => `${'<div><p>a</p>'.repeat(3_000)}\n`,
  'links in elements': () => `<div>${'<a><p>b'.repeat(3_000)}\n`,
  'macros that call themselves': () => 'a\n\n$$\n\\def\\a{\\a\\a}\\a\n$$\n',
  'macros that double': () => `a\n\n$$\n\\def\\a#1{#1#1#1#1}${'\\a{'.repeat(25)}x${'}'.repeat(25)}\n$$\n`,
}
