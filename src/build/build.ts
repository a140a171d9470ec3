import { writeFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { openBrowser, type Browser } from '../browser/index.js'
import { Stop, type Finding } from '../finding/index.js'
import { OUTPUTS, read, type Guide } from '../guide/index.js'
import { createClock } from './clock.js'
import { makeArtefacts } from './make.js'
import { prepareMarpHtml, type MarpHtml } from './marp-html.js'
import { printable } from './printable.js'
import { mend, openStage } from './publish.js'
import { reportedFinding, type Report } from './report.js'
import { diskWorld } from './world.js'

export interface BuildOptions {
  /** Folder for the output, a folder a guide inside. */
  readonly out: string
  /** Names of outputs; none means those of the front matter, or all. */
  readonly only: readonly string[]
  readonly templates?: string
  /** Where report.json goes as well, also when the build fails. */
  readonly report?: string
  readonly version: string
  readonly signal: AbortSignal
  readonly onProgress: (text: string) => void
  /** Called as each guide is done. */
  readonly onGuide: (result: BuildResult) => void
}

export interface BuildResult {
  readonly file: string
  /** The guide's output folder. */
  readonly folder: string
  readonly isBuilt: boolean
  readonly findings: readonly Finding[]
  /** Text of the guide, for code frames. */
  readonly source: string
  readonly outputs: readonly { readonly file: string; readonly bytes: number; readonly count?: string }[]
}

/** What all guides of one run share. */
interface Engines {
  readonly browser: Promise<Browser>
  readonly marpHtml: MarpHtml
}

/**
 * Builds guides one after another with one browser, which is started first, while Markdown is being read.
 * @throws EnvironmentFault where browser, disk or permission is missing; the signal's reason when interrupted
 */
export async function buildGuides(
  files: readonly string[],
  options: BuildOptions,
): Promise<readonly BuildResult[]> {
  const told: Finding[] = []
  const { signal } = options
  const browser = openBrowser({
    env: process.env,
    signal,
    onProgress: options.onProgress,
    onFinding: (one) => told.push(one),
  })
  browser.catch(() => undefined)
  const engines: Engines = { browser, marpHtml: prepareMarpHtml() }
  try {
    await mend(options.out)
    const results: BuildResult[] = []
    for (const file of files) {
      signal.throwIfAborted()
      const result = await buildGuide(file, engines, options, () => told.splice(0))
      options.onGuide(result)
      results.push(result)
    }
    return results
  } finally {
    await browser.then(
      (open) => open.close(),
      () => undefined,
    )
  }
}

/** One guide: read, plan, fit, print, check, publish. Faults of its content are findings; the last good output stays. */
async function buildGuide(
  file: string,
  { browser, marpHtml }: Engines,
  options: BuildOptions,
  browserFindings: () => readonly Finding[],
): Promise<BuildResult> {
  const clock = createClock((step) => options.onProgress(`${shown(file)}: ${step}`))
  const { guide, findings: read_, source } = await clock.run('read', () => read(file, diskWorld, shown(file)))
  const findings: Finding[] = [...read_]
  const name = guide?.name ?? 'guide'
  const base = { file: shown(file), folder: join(options.out, name), source }
  const failed = async (): Promise<BuildResult> => {
    await writeReport(options, emptyReport(shown(file), guide, findings, options.version))
    return { ...base, isBuilt: false, findings: silenced(findings, guide), outputs: [] }
  }
  if (!guide || findings.some(isError)) return failed()
  const open = await browser
  const print = open.hasOwnFontsAlone ? printable(guide) : { guide, findings: [] }
  findings.push(...print.findings)
  if (findings.some(isError)) return failed()

  const stage = await openStage(options.out, name)
  try {
    const made = await makeArtefacts({
      guide: print.guide,
      browser: open,
      marpHtml,
      clock,
      signal: options.signal,
      scratch: stage.folder,
      ...(options.templates ? { templates: resolve(options.templates) } : {}),
    })
    findings.push(...made.findings, ...browserFindings())
    if (findings.some(isError)) return await failed()
    const chosen = chosenOutputs(guide, options.only)
    const files = [...made.files].filter(([path]) => chosen.has(path.startsWith('media/') ? 'deck.md' : path))
    const report: Report = {
      guide: shown(file),
      deckhand: options.version,
      hash: guide.hash,
      sections: made.sections,
      outputs: files.map(([path, { content, pages }]) => ({
        file: path,
        bytes: byteLength(content),
        ...(pages === undefined ? {} : { pages }),
      })),
      findings: silenced(findings, guide).map(reportedFinding),
      timings: clock.timings() as Record<string, number>,
    }
    for (const [path, { content }] of files) await stage.write(path, content)
    await stage.write('report.json', `${JSON.stringify(report, null, 2)}\n`)
    options.signal.throwIfAborted()
    await stage.publish()
    await writeReport(options, report)
    const outputs = files.map(([path, { content, count }]) => ({
      file: path,
      bytes: byteLength(content),
      ...(count ? { count } : {}),
    }))
    return { ...base, isBuilt: true, findings: silenced(findings, guide), outputs }
  } catch (error) {
    options.signal.throwIfAborted()
    if (!(error instanceof Stop)) throw error
    findings.push(error.finding)
    return await failed()
  } finally {
    await stage.discard()
  }
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}

/** Without the warnings that the author silenced, each for a reason of theirs. Errors cannot be silenced. */
function silenced(findings: readonly Finding[], guide: Guide | undefined): readonly Finding[] {
  const codes = new Set(guide?.frontMatter.ignore.map(({ code }) => code))
  return findings.filter((one) => isError(one) || !codes.has(one.code))
}

function chosenOutputs(guide: Guide, only: readonly string[]): ReadonlySet<string> {
  const asked = only.length > 0 ? only : guide.frontMatter.outputs
  return new Set(asked.length > 0 ? asked : OUTPUTS)
}

async function writeReport(options: BuildOptions, report: Report): Promise<void> {
  if (options.report) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`)
}

function emptyReport(
  file: string,
  guide: Guide | undefined,
  findings: readonly Finding[],
  version: string,
): Report {
  return {
    guide: file,
    deckhand: version,
    hash: guide?.hash ?? '',
    sections: [],
    outputs: [],
    findings: findings.map(reportedFinding),
    timings: {},
  }
}

function byteLength(content: string | Uint8Array): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length
}

/** The path as findings name it: from the working folder where it is below that. */
function shown(file: string): string {
  const path = relative(process.cwd(), resolve(file))
  return path.startsWith('..') || isAbsolute(path) ? file : path
}
