import { closest, distance } from 'fastest-levenshtein'
import { coloursFor, type Colours } from './colours.js'
import { loadEntries, type Entry } from './entries.js'
import { EXIT } from './exit-codes.js'
import { usage } from './usage.js'

/** `deckhand explain [CODE]`: what the documentation says of a finding; without a code, what each means. @returns the exit code */
export async function explainCommand(code: string | undefined): Promise<number> {
  const entries = await loadEntries()
  const colours = coloursFor(process.stdout, process.env)
  if (code === undefined) {
    process.stdout.write(`${listEntries([...entries.values()], colours)}\n`)
    return EXIT.built
  }
  const entry = entries.get(code.toLowerCase().replace(/^\[|\]$/g, ''))
  if (!entry) return usage(noSuchCode(code, [...entries.keys()]))
  process.stdout.write(`${showEntry(entry, colours)}\n`)
  return EXIT.built
}

function listEntries(entries: readonly Entry[], colours: Colours): string {
  const width = Math.max(...entries.map(({ code }) => code.length))
  return entries.map(({ code, summary }) => `${colours.bold(code.padEnd(width))}  ${summary}`).join('\n')
}

function showEntry({ code, text }: Entry, colours: Colours): string {
  const body = text.replace(/^\*\*(.+?)\*\*/gm, (_, label: string) => colours.bold(label))
  return `${colours.bold(colours.cyan(code))}\n\n${body}`
}

function noSuchCode(code: string, known: readonly string[]): string {
  const nearest = closest(code.toLowerCase(), known)
  const isNear = distance(code.toLowerCase(), nearest) <= Math.max(3, code.length / 2)
  const hint = isNear ? `Did you mean "${nearest}"?` : '"deckhand explain" lists them all.'
  return `No finding has the code "${code}". ${hint}`
}
