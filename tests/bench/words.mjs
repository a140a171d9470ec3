// Time and memory of whole builds of guides of 1,000, 10,000 and 60,000 words, one after another: how they grow.
// node tests/bench/words.mjs [WORDS…]
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 60_000]
const folder = mkdtempSync(join(tmpdir(), 'deckhand-words-'))

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ')

/** The same guide for the same number of words: sections, parts, prose, lists, tables and code as people mix them. */
function guideOf(words) {
  let seed = 7
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = (list) => list[Math.floor(random() * list.length)]
  let count = 0
  // So many words that no eight of them come twice, as in a language.
  const word = () => pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES)
  const sentence = () => {
    count += 9
    return `The ${word()} ${word()} a ${word()}, and the ${word()} follows.`
  }
  const paragraph = () => Array.from({ length: 5 }, sentence).join(' ')
  const lines = [`# A guide of ${words} words`]
  const isFull = () => count >= words
  for (let section = 1; !isFull(); section++) {
    lines.push(`## Section ${section} on the ${word()}`)
    for (let part = 1; part <= 5 && !isFull(); part++) {
      lines.push(`### Part ${section}.${part}: the ${word()}`, paragraph(), paragraph())
      lines.push(Array.from({ length: 5 }, () => `- ${sentence()}`).join('\n'))
      if (part === 2) {
        const row = () => `| ${word()} | ${word()} | ${sentence()} |`
        lines.push(
          ['| one | two | three |', '| --- | --- | --- |', ...Array.from({ length: 6 }, row)].join('\n'),
        )
      }
      if (part === 3)
        lines.push('```js', ...Array.from({ length: 8 }, (_, at) => `const ${word()}${at} = ${at}`), '```')
      if (part === 4)
        lines.push(`:::notes\n${paragraph()}\n:::`, `See [the ${word()}](https://example.org/${section}).`)
      if (part === 5)
        lines.push(
          `:::exercise[Try the ${word()}]{minutes=5 lines=2}\n${sentence()}\n\n:::solution\n${sentence()}\n:::\n:::`,
        )
    }
  }
  return `${lines.join('\n\n')}\n`
}

/** Memory, in bytes, of a process and all below it; what they share is counted once. */
function treeMemory(pid) {
  const parents = new Map()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const stat = text(`/proc/${name}/stat`).replace(/^.*\) /s, '')
    if (stat) parents.set(Number(name), Number(stat.split(' ')[1]))
  }
  const isBelow = (one) => one === pid || (parents.has(one) && isBelow(parents.get(one)))
  const share = (one) => Number(/^Pss:\s+(\d+)/m.exec(text(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) * 1024
  return [...parents.keys()].filter(isBelow).reduce((sum, one) => sum + share(one), 0)
}

function text(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function build(words) {
  const name = `words-${words}`
  mkdirSync(join(folder, name))
  const guide = join(folder, name, 'guide.md')
  writeFileSync(guide, guideOf(words))
  const start = performance.now()
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [join(root, 'dist/cli.js'), 'build', guide, '--out', folder, '--force'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let [errors, peak] = ['', 0]
    child.stderr.on('data', (chunk) => (errors += chunk))
    const sample =
      process.platform === 'linux'
        ? setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), 200)
        : undefined
    child.once('close', (code) => {
      clearInterval(sample)
      const seconds = (performance.now() - start) / 1000
      const report =
        code === 0 ? JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) : undefined
      resolve({ words, code, seconds, peak, report, errors })
    })
  })
}

try {
  let before
  for (const size of sizes) {
    const { words, code, seconds, peak, report, errors } = await build(size)
    if (code !== 0) {
      console.log(`${words} words: exit code ${code}\n${errors.trim().split('\n').slice(-12).join('\n')}`)
      process.exitCode = 1
      continue
    }
    const pages = (file) => report.outputs.find((one) => one.file === file)?.pages ?? 0
    const growth = before
      ? `, ${(words / before.words).toFixed(1)} times the words in ${(seconds / before.seconds).toFixed(1)} times the time`
      : ''
    console.log(
      `${String(words).padStart(6)} words: ${seconds.toFixed(1)} s, ${Math.round(peak / 1e6)} MB, ${pages('deck.pdf')} slides, ${pages('handout.pdf')} pages${growth}`,
    )
    console.log(
      `  ${Object.entries(report.timings)
        .map(([step, time]) => `${step} ${(time / 1000).toFixed(1)}`)
        .join(', ')}`,
    )
    before = { words, seconds }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
