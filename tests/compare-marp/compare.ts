import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { productFolder } from '../../src/templates/index.js'
import { isMarpDeck } from '../../src/marp-deck/index.js'
import { marpCli } from './marp-cli-pdf.js'
import { difference, picturesOf } from './pixels.js'
import { exceptionsOf } from './exceptions.js'

const root = productFolder()

/** Differing pixels of a slide at most. */
const MOST = 0.005

/**
 * Builds every Marp deck below a folder with marp-cli and with Deckhand, in the same browser with the same fonts, and
 * compares their PDFs slide by slide. Slides with formulas, emoji or pictures that were not read are listed apart.
 * @returns the exit code: 1 where a slide that is no exception differs too much
 */
export async function compare(args: readonly string[]): Promise<number> {
  const [folder] = args
  if (!folder) throw new Error('Usage: npm run compare-marp -- DIR')
  const scratch = mkdtempSync(join(tmpdir(), 'deckhand-compare-'))
  let failures = 0
  try {
    console.log(
      '| deck | slides | worst | over 0.5 % | exceptions (worst) |\n| --- | --- | --- | --- | --- |',
    )
    for (const [index, deck] of decksIn(resolve(folder)).entries()) {
      const name = relative(folder, deck)
      try {
        failures += await compareDeck(deck, name, join(scratch, String(index)))
      } catch (error) {
        failures++
        console.log(
          `| ${name} | ${(error as Error).message.split('\n').slice(0, 3).join(' ').slice(0, 300)} |`,
        )
      }
    }
  } finally {
    if (process.env.KEEP) console.log(scratch)
    else rmSync(scratch, { recursive: true, force: true })
  }
  return failures > 0 ? 1 : 0
}

async function compareDeck(deck: string, name: string, scratch: string): Promise<number> {
  // With all that is beside it, so that marp-cli's passing files touch nobody's folder.
  const folder = join(scratch, 'deck')
  cpSync(dirname(deck), folder, { recursive: true })
  const copy = join(folder, basename(deck))
  const out = join(scratch, 'out')
  const cli = [
    join(root, 'dist/cli.js'),
    'build',
    copy,
    '--out',
    out,
    '--force',
    '--only',
    'deck.pdf,deck.html',
  ]
  const report = join(scratch, 'report.json')
  const built = spawnSync(process.execPath, [...cli, '--report', report], { encoding: 'utf8', cwd: root })
  if (built.status !== 0) throw new Error(`not built: ${built.stderr.slice(-300)}`)
  const [made = ''] = readdirSync(out).filter(
    (one) => statSync(join(out, one)).isDirectory() && !one.startsWith('.'),
  )
  const theirs = join(scratch, 'theirs.pdf')
  const withThemes = ['.', 'theme', 'themes']
    .map((one) => join(folder, one))
    .filter((one) => existsSync(one) && readdirSync(one).some((name) => name.endsWith('.css')))
  const themes = withThemes.length > 0 ? ['--theme-set', ...withThemes] : []
  await marpCli(copy, theirs, ['--pdf', ...themes])
  const [our, their] = [picturesOf(join(out, made, 'deck.pdf')), picturesOf(theirs)]
  if (our.length !== their.length)
    throw new Error(`${our.length} slides of ours, ${their.length} of marp-cli's`)
  const shares = our.map((one, index) => difference(one, their[index] ?? one))
  const exceptions = exceptionsOf(readFileSync(join(out, made, 'deck.html'), 'utf8'))
  const isException = (index: number): boolean => exceptions.has(index + 1)
  const plain = shares.filter((_, index) => !isException(index))
  const apart = shares.filter((_, index) => isException(index))
  const over = shares.flatMap((share, index) =>
    share > MOST && !isException(index) ? [`${index + 1} (${percent(share)})`] : [],
  )
  const cells = [name, our.length, percent(Math.max(0, ...plain)), over.join(', ') || 'none']
  console.log(`| ${cells.join(' | ')} | ${apart.length} (${percent(Math.max(0, ...apart))}) |`)
  for (const [number, why] of exceptions)
    if (process.env.VERBOSE) console.log(`  slide ${number}: ${why}, ${percent(shares[number - 1] ?? 0)}`)
  return over.length
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

function decksIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) =>
      isMarpDeck(
        readFileSync(file, 'utf8')
          .replace(/^\uFEFF/, '')
          .replace(/\r\n?/g, '\n'),
      ),
    )
    .toSorted()
}
