import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { diskWorld, fetchingWorld, shown } from '../build/index.js'
import { plainText, read, type Guide } from '../guide/index.js'
import { readStamp, type PdfStamp } from '../pdf/index.js'
import { compareEdition, guidesOf, type Difference } from '../verify/index.js'
import type { VerifyArguments } from './arguments.js'
import { coloursFor, type Colours } from './colours.js'
import { EXIT } from './exit-codes.js'
import { findGuides } from './guides.js'
import { usage } from './usage.js'
import { visible } from './visible.js'

/** Digits of a content hash that are shown, as on the pages. */
const SHORT = 7

/** `deckhand verify`: whether a PDF still matches its guide. @returns 0 where it does, 1 where not, 2 for wrong usage */
export async function verifyCommand({ file, guide: named, fetch }: VerifyArguments): Promise<number> {
  const stamp = await stampOf(file)
  if (typeof stamp === 'string') return usage(stamp)
  const { hash } = stamp
  if (hash === undefined) return usage(`"${file}" does not say which guide it was made from.`)
  const colours = coloursFor(process.stdout, process.env)
  const madeFrom = `${file} was made from ${titleOf(stamp, file)}, content ${hash.slice(0, SHORT)}.`
  const path =
    named ?? (await firstFile(guidesOf(file, { ...(await reportBeside(file)), name: stamp.guide })))
  if (path === undefined) return usage(`${madeFrom} Name that guide: deckhand verify ${file} GUIDE.`)
  const found = await findGuides([path])
  if ('fault' in found) return usage(found.fault)
  const [source = '', other] = found.files
  if (other !== undefined) return usage(`"${path}" holds several guides; name one of them.`)

  const world = fetch ? fetchingWorld(new AbortController().signal) : diskWorld
  const { guide, findings } = await read(source, world, shown(source))
  tell(visible(madeFrom))
  if (!guide) {
    tell(colours.red(visible(findings[0]?.message ?? `${shown(source)} cannot be read.`)))
    return EXIT.content
  }
  const { isSame, differences } = compareEdition({ ...stamp, hash }, guide)
  if (isSame) {
    tell(colours.green(visible(`It matches ${shown(source)}.`)))
    return EXIT.built
  }
  tell(colours.red(visible(`It does not match ${shown(source)}, content ${guide.hash.slice(0, SHORT)}.`)))
  for (const one of differences) tell(differenceLine(one, guide, colours))
  if (stamp.sections.length === 0) tell('It does not say what its sections were.')
  return EXIT.content
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** What a PDF says of itself; or why it says nothing. */
async function stampOf(file: string): Promise<PdfStamp | string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
  if (!(bytes instanceof Uint8Array))
    return bytes.code === 'ENOENT' ? `There is no file at "${file}".` : `"${file}" cannot be read.`
  try {
    return readStamp(bytes)
  } catch {
    return `"${file}" is no PDF that Deckhand made, or another program has saved it anew.`
  }
}

function titleOf({ title }: PdfStamp, file: string): string {
  return title === undefined ? file : `"${title}"`
}

async function reportBeside(file: string): Promise<{ readonly report?: string }> {
  const report = await readFile(join(dirname(file), 'report.json'), 'utf8').catch(() => undefined)
  return report === undefined ? {} : { report }
}

async function firstFile(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isFile(path)) return path
  return undefined
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  )
}

/** "  changed  2 Open and closed AI (line 40)" */
function differenceLine({ what, id }: Difference, guide: Guide, colours: Colours): string {
  const section = guide.sections.find((one) => one.id === id)
  const name = section
    ? `${section.number} ${plainText(section.title)} (line ${section.place.line})`
    : id === ''
      ? 'front matter and introduction'
      : `#${id}`
  return `  ${colours.bold(what.padEnd(7))}  ${visible(name)}`
}
