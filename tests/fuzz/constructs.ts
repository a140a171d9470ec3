/** What a guide repeats, the n-th time. */
export const constructs: Readonly<Record<string, (n: number) => string>> = {
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
export const within: Readonly<Record<string, (n: number) => string>> = {
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
  'open comments': (n) => '<!-- '.repeat(n),
}
