// Whole-process time of our build of the shipped guide (default outputs, all checks), in turn with marp-cli making
// deck.html and deck.pdf of the same deck.md as a user would: two commands, the same browser, caches warm for both.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browserEnvironment, findBrowser, fontsConf, systemFonts } from '../../dist/browser.js'

const runs = Math.max(5, Number(process.argv[2] ?? 5))
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = mkdtempSync(join(tmpdir(), 'deckhand-bench-'))
const marpCli = join(
  dirname(createRequire(import.meta.url).resolve('@marp-team/marp-cli/package.json')),
  'marp-cli.js',
)
const ours = [
  join(root, 'dist/cli.js'),
  'build',
  join(root, 'content/open-source-ai'),
  '--out',
  folder,
  '--force',
]
const deck = join(folder, 'open-source-ai', 'deck.md')
const config = join(root, 'marp.config.mjs')

// marp-cli gets the very browser that we print with, by the variables that it reads.
const browser = await findBrowser(process.env)
const home = join(folder, 'home')
mkdirSync(home)
if (browser.libraries)
  writeFileSync(join(home, 'fonts.conf'), fontsConf(systemFonts(), join(home, 'fontconfig')))
const marpEnv = {
  ...browserEnvironment(browser, home, process.env),
  CHROME_PATH: browser.executable,
  CHROME_NO_SANDBOX: '1',
}

/** Resident memory, in bytes, of a process and all below it. */
function treeMemory(pid) {
  const parents = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      parents.set(Number(name), { parent: Number(stat[1]), pages: Number(stat[21]) })
    } catch {
      // It ended meanwhile.
    }
  }
  const isBelow = (one) => one === pid || (parents.has(one) && isBelow(parents.get(one).parent))
  return [...parents].reduce((sum, [one, { pages }]) => (isBelow(one) ? sum + pages * 4096 : sum), 0)
}

function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    let peak = 0
    child.stderr.on('data', (chunk) => (errors += chunk))
    const sample =
      process.platform === 'linux'
        ? setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), 100)
        : undefined
    child.once('close', (code) => {
      clearInterval(sample)
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}\n${errors}`))
      else resolve({ seconds: (performance.now() - start) / 1000, peak })
    })
  })
}

async function runMarp() {
  const html = await run([marpCli, deck, '-o', join(folder, 'marp.html'), '-c', config, '--no-stdin'])
  const pdf = await run(
    [
      marpCli,
      deck,
      '--pdf',
      '--pdf-outlines',
      '--allow-local-files',
      '--browser',
      'chrome',
      '-o',
      join(folder, 'marp.pdf'),
      '-c',
      config,
      '--no-stdin',
    ],
    marpEnv,
  )
  return {
    html: html.seconds,
    pdf: pdf.seconds,
    seconds: html.seconds + pdf.seconds,
    peak: Math.max(html.peak, pdf.peak),
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const show = (seconds) => `${seconds.toFixed(2)} s`

try {
  await run(ours)
  await runMarp()
  const mine = []
  const theirs = []
  const phases = []
  for (let index = 0; index < runs; index++) {
    mine.push(await run(ours))
    phases.push(JSON.parse(readFileSync(join(folder, 'open-source-ai', 'report.json'), 'utf8')).timings)
    theirs.push(await runMarp())
  }
  const seconds = (list) => list.map((one) => one.seconds)
  const [own, other] = [median(seconds(mine)), median(seconds(theirs))]
  const ratios = mine.map((one, index) => one.seconds / theirs[index].seconds)
  const range = (list) => `${show(Math.min(...list))} to ${show(Math.max(...list))}`
  console.log(`${runs} runs each, in turn; median (range)`)
  console.log(
    `deckhand build      ${show(own)} (${range(seconds(mine))}), peak ${Math.round(median(mine.map((one) => one.peak)) / 1e6)} MB`,
  )
  console.log(
    `marp-cli HTML + PDF ${show(other)} (${range(seconds(theirs))}), peak ${Math.round(median(theirs.map((one) => one.peak)) / 1e6)} MB`,
  )
  console.log(
    `  of it HTML ${show(median(theirs.map((one) => one.html)))}, PDF ${show(median(theirs.map((one) => one.pdf)))}`,
  )
  console.log(
    `ratio               ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
  )
  console.log('phases, which overlap (median):')
  for (const step of Object.keys(phases[0]))
    console.log(`  ${step.padEnd(12)} ${median(phases.map((one) => one[step] ?? 0))} ms`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
