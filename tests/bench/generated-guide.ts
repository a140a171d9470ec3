/** A guide of so many words, of no sense but of the usual shape: the same for the same number. */
export function generatedGuide(number: number, words: number): string {
  const random = randomFrom(number)
  const pick = (count: number) => Math.floor(random() * count)
  const sentence = (length: number): string => {
    const text = Array.from({ length }, () => WORDS[pick(WORDS.length)]).join(' ')
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`
  }
  const lines = [`# Guide ${number}`]
  let written = 0
  for (let part = 0; written < words; part++) {
    if (part % 4 === 0) lines.push(`## Section ${part / 4 + 1}: ${sentence(3).slice(0, -1)}`)
    lines.push(`### Part ${part + 1}: ${sentence(3).slice(0, -1)}`)
    for (let paragraph = 0; paragraph < 2 + pick(2); paragraph++) {
      const lengths = Array.from({ length: 3 + pick(3) }, () => 6 + pick(12))
      lines.push(lengths.map(sentence).join(' '))
      written += lengths.reduce((sum, length) => sum + length, 0)
    }
    const extra = EXTRAS[part % EXTRAS.length]?.(sentence) ?? []
    lines.push(...extra)
    written += extra.join(' ').split(/\s+/).length
  }
  return `${lines.join('\n\n')}\n`
}

const EXTRAS: readonly ((sentence: (length: number) => string) => readonly string[])[] = [
  (sentence) => [Array.from({ length: 4 }, () => `- ${sentence(8)}`).join('\n')],
  (sentence) => [
    `| What | How |\n|---|---|\n${Array.from({ length: 4 }, () => `| ${sentence(2)} | ${sentence(5)} |`).join('\n')}`,
  ],
  (sentence) => [`:::notes\n${sentence(12)} ${sentence(9)}\n:::`],
  (sentence) => [`:::exercise[Try it]{minutes=5}\n${sentence(9)}\n:::`],
  (sentence) => [`\`\`\`js\nconst answer = '${sentence(4)}'\nprint(answer)\n\`\`\``],
]

const WORDS =
  'river stone path cloud garden window letter market winter bridge story number simple careful open quick gentle keeps finds brings holds follows begins turns under over beside between morning evening people water light small round early'.split(
    ' ',
  )

/** Numbers from 0 to 1 (mulberry32), the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
