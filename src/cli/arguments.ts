import { cac } from 'cac'
import { OUTPUTS } from '../guide/index.js'
import { FORMATS, type Format } from './formats.js'
import { readShard, type Shard } from './shard.js'
import { textOptions } from './text-options.js'

// A larger hall needs a printing house.
const MOST_PEOPLE = 1000

export interface BuildArguments {
  readonly command: 'build'
  /** Files or folders; none means every guide under content/. */
  readonly guides: readonly string[]
  readonly out: string
  readonly only: readonly string[]
  readonly templates?: string
  readonly report?: string
  readonly force: boolean
  /** The part of the guides that this machine builds. */
  readonly shard?: Shard
  readonly fetch: boolean
  readonly strict: boolean
  readonly format: Format
  readonly debug: boolean
  /** Makes a kit for the copy shop instead of the outputs. */
  readonly kit?: { readonly people: number }
}

export interface ExplainArguments {
  readonly command: 'explain'
  /** None means all. */
  readonly code?: string
}

export interface VerifyArguments {
  readonly command: 'verify'
  /** A PDF. */
  readonly file: string
  /** None means the one that the PDF leads to. */
  readonly guide?: string
  readonly fetch: boolean
}

export type Arguments =
  | BuildArguments
  | VerifyArguments
  | ExplainArguments
  | { readonly command: 'help' | 'version'; readonly text: string }
  | UsageFault

/** Wrong usage: exit code 2. */
export interface UsageFault {
  readonly command: 'fault'
  readonly message: string
}

/** Options that take a text. */
const TEXTS = ['out', 'only', 'shard', 'templates', 'report', 'format']

/** Reads argv (without node and script). Prints nothing. */
export function readArguments(argv: readonly string[], version: string): Arguments {
  const cli = cac('deckhand')
  const text = captureHelp()
  cli
    .command(
      'build [...guides]',
      'Build deck and handout of each guide (a Markdown file, or a folder with a guide.md)',
    )
    .option('--out <dir>', 'Folder for the output', { default: 'output' })
    .option('--only <names>', `Make only these, with commas: ${OUTPUTS.join(', ')}`)
    .option('--force', 'Build also what has not changed')
    .option('--shard <part>', 'Build only this part of the guides, such as 1/4: one on each machine')
    .option('--templates <dir>', 'Folder whose templates and stylesheets replace ours of the same name')
    .option('--report <file>', 'Write report.json there, also when the build fails')
    .option('--format <name>', `How to tell what was found: ${FORMATS.join(', ')}`, { default: 'pretty' })
    .option('--fetch', 'Fetch pictures from the network (http and https, public servers alone), each once')
    .option('--strict', 'Count warnings as errors')
    .example('deckhand build                       every guide under content/')
    .example('deckhand build talk.md --out public  one guide')
  cli.command('explain [code]', 'Say what a finding means and how to mend it; without a code, list them all')
  cli
    .command(
      'verify <file> [guide]',
      'Say whether a printed edition or a deck (a PDF) still matches its guide',
    )
    .option('--fetch', 'Fetch pictures from the network, as the build did')
  cli
    .command(
      'kit <guide>',
      'Make a folder to take to the copy shop: both editions, answer key and a print note',
    )
    .option('--people <number>', 'How many participants there are')
    .option('--out <dir>', 'Folder for the kits, a folder a guide inside', { default: 'kit' })
    .option('--force', 'Make it also where nothing has changed')
    .option('--templates <dir>', 'Folder whose templates and stylesheets replace ours of the same name')
    .option('--format <name>', `How to tell what was found: ${FORMATS.join(', ')}`, { default: 'pretty' })
    .option('--fetch', 'Fetch pictures from the network (http and https, public servers alone), each once')
    .option('--strict', 'Count warnings as errors')
    .example('deckhand kit talk.md --people 12')
  cli.option('--debug', 'Show stack traces, and all that printed pages ask for')
  cli.help(text.keep)
  cli.version(version)
  // Else cac would print while parsing, and forget the command whose help is asked for.
  cli.showHelpOnExit = false
  cli.showVersionOnExit = false
  try {
    const parsed = cli.parse(['node', 'deckhand', ...argv], { run: false })
    const options: Record<string, unknown> = { ...parsed.options, ...textOptions(argv, TEXTS) }
    if (options.help) return { command: 'help', text: text.of(() => cli.outputHelp()) }
    if (options.version) return { command: 'version', text: version }
    if (!cli.matchedCommand) {
      const name = parsed.args[0]
      if (name === undefined) return { command: 'help', text: text.of(() => cli.outputHelp()) }
      return fault(`"${name}" is not a command. Did you mean "deckhand build ${name}"?`)
    }
    cli.matchedCommand.checkUnknownOptions()
    cli.matchedCommand.checkOptionValue()
    if (cli.matchedCommand.name === 'explain') {
      const [code] = parsed.args
      return { command: 'explain', ...(code === undefined ? {} : { code: String(code) }) }
    }
    if (cli.matchedCommand.name === 'verify') return verifyArguments(parsed.args, options)
    if (cli.matchedCommand.name === 'kit') return kitArguments(parsed.args, options)
    if (argv.includes('-')) return fault('"-" names no guide: a guide is read from a file.')
    // What stands behind "--" is a guide, whatever it begins with.
    return buildArguments([...parsed.args, ...(parsed.options['--'] as readonly string[])], options)
  } catch (error) {
    return fault(`${(error as Error).message}.`.replace(/\.\.$/, '.'))
  }
}

function buildArguments(guides: readonly string[], options: Record<string, unknown>): Arguments {
  const only = String(options.only ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const unknown = only.find((name) => !OUTPUTS.includes(name))
  if (unknown) return fault(`"${unknown}" is not an output. There are: ${OUTPUTS.join(', ')}.`)
  const format = FORMATS.find((name) => name === options.format)
  if (!format) return fault(`"${String(options.format)}" is not a format. There are: ${FORMATS.join(', ')}.`)
  const shard = options.shard === undefined ? undefined : readShard(String(options.shard))
  if (options.shard !== undefined && !shard)
    return fault(
      `--shard takes the part and the number of parts, as 1/4; "${String(options.shard)}" is not that.`,
    )
  return {
    command: 'build',
    guides: guides.map(String),
    out: String(options.out),
    only,
    ...(typeof options.templates === 'string' ? { templates: options.templates } : {}),
    ...(typeof options.report === 'string' ? { report: options.report } : {}),
    ...(shard ? { shard } : {}),
    force: options.force === true,
    fetch: options.fetch === true,
    strict: options.strict === true,
    format,
    debug: options.debug === true,
  }
}

/** A kit is built as the outputs are, of one guide. */
function kitArguments(guides: readonly string[], options: Record<string, unknown>): Arguments {
  const people = Number(options.people)
  if (guides.length !== 1) return fault('A kit is for one guide: deckhand kit GUIDE --people 12.')
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE)
    return fault(`--people takes a number from 1 to ${MOST_PEOPLE}: how many participants there are.`)
  const build = buildArguments(guides, options)
  return build.command === 'build' ? { ...build, kit: { people } } : build
}

function verifyArguments(args: readonly string[], options: Record<string, unknown>): Arguments {
  const [file, guide, other] = args
  if (file === undefined) return fault('Name the PDF: deckhand verify FILE.pdf [GUIDE].')
  if (other !== undefined) return fault('One PDF and one guide at a time: deckhand verify FILE.pdf [GUIDE].')
  return {
    command: 'verify',
    file: String(file),
    ...(guide === undefined ? {} : { guide: String(guide) }),
    fetch: options.fetch === true,
  }
}

function fault(message: string): UsageFault {
  return { command: 'fault', message }
}

/** cac prints its help itself; its sections are kept instead. */
function captureHelp() {
  let sections: readonly { title?: string; body: string }[] = []
  return {
    keep: (given: { title?: string; body: string }[]) => {
      sections = given
      return []
    },
    of(print: () => void): string {
      const log = console.info
      console.info = () => undefined
      print()
      console.info = log
      return sections.map(({ title, body }) => (title ? `${title}:\n${body}` : body)).join('\n\n')
    },
  }
}
