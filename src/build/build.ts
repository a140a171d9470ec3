import { dirname, join, resolve } from 'node:path'
import { advise } from '../advice/index.js'
import { Stop, type Finding } from '../finding/index.js'
import { DEFAULT_OUTPUTS, guideName, type Guide } from '../guide/index.js'
import { checksum } from './checksum.js'
import { createClock } from './clock.js'
import type { Engines } from './engines.js'
import { lastPaper } from './last-paper.js'
import { makeArtefacts } from './make.js'
import type { MakeInput } from './make-input.js'
import type { BuildResult, GuideOptions } from './options.js'
import { ownPages } from './own-pages.js'
import { printable } from './printable.js'
import { openStage } from './publish.js'
import { failedReport, reportText } from './report-file.js'
import { readGuideOrDeck } from './read-guide-or-deck.js'
import { reportedFinding, reportedSilenced, type Report } from './report.js'
import { shown } from './shown.js'
import { weigh } from './weigh.js'
import { witness } from './witness.js'
import { diskWorld, fetchingWorld } from './world.js'

/** Bytes. */
const LARGEST_PACKAGE_JSON = 1_000_000

/** One guide: read, plan, fit, print, check, publish. Faults of its content are findings; the last good output stays. */
export async function buildGuide(
  file: string,
  engines: Engines,
  options: GuideOptions,
): Promise<Omit<BuildResult, 'seconds'>> {
  const clock = createClock((step) => options.onStep(`${shown(file)}: ${step}`))
  const { world, testimonies } = witness(options.mayFetch ? fetchingWorld(options.signal) : diskWorld, file)
  const reading = await clock.run('read', () => readGuideOrDeck(file, world, shown(file)))
  const { guide, deck, source } = reading
  // A deck is taken as it was written: there is nothing to advise.
  const findings: Finding[] = [...reading.findings, ...(guide && !deck ? advise(guide, source) : [])]
  const name = guide?.name ?? guideName(file)
  const base = { file: shown(file), folder: join(options.out, name), source }
  const weighedAs = (isWhole: boolean) =>
    weigh(findings, { ignore: guide?.frontMatter.ignore ?? [], isStrict: options.isStrict, isWhole })
  const failed = (weighed = weighedAs(false)): Omit<BuildResult, 'seconds'> => {
    const about = { file: shown(file), hash: guide?.hash ?? '' }
    const report = failedReport(about, weighed.findings, options.version)
    return { ...base, state: 'failed', ...weighed, outputs: [], report }
  }
  if (!guide || findings.some(isError)) return failed()
  const browser = await engines.browser()
  const print = printable(guide, {
    hasOwnFontsAlone: browser.hasOwnFontsAlone,
    folders: [dirname(resolve(file)), process.cwd()],
    ...(deck ? { besides: (await import('../marp-deck/index.js')).deckText(deck) } : {}),
  })
  findings.push(...print.findings)
  for (const path of print.fonts.asked)
    await world.readFile(path, LARGEST_PACKAGE_JSON).catch(() => undefined)
  if (findings.some(isError)) return failed()

  const chosen = options.kit ? new Set<string>() : chosenOutputs(guide, options.only)
  const [stage, paperBefore] = await Promise.all([openStage(options.out, name), lastPaper(base.folder)])
  const pages = ownPages(browser)
  try {
    const input: MakeInput = {
      guide: print.guide,
      written: guide,
      chosen,
      ...(options.kit ? { kit: options.kit } : {}),
      words: print.words,
      scriptFontCss: print.fonts.css,
      canPrint: print.canPrint,
      ...(paperBefore ? { lastPaper: paperBefore } : {}),
      withoutFont: print.withoutFont,
      browser: pages.browser,
      marp: engines.marp,
      clock,
      signal: options.signal,
      scratch: stage.folder,
      ...(options.templates ? { templates: resolve(options.templates) } : {}),
    }
    const made = deck
      ? await (await import('./make-marp-deck.js')).makeMarpDeck(deck, input)
      : await makeArtefacts(input)
    findings.push(...made.findings, ...engines.findings())
    const weighed = weighedAs(true)
    if (weighed.findings.some(isError)) return failed(weighed)
    const files = [...made.files].filter(
      ([path]) => options.kit !== undefined || chosen.has(path.startsWith('media/') ? 'deck.md' : path),
    )
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
      findings: weighed.findings.map(reportedFinding),
      ...reportedSilenced(weighed.silenced),
      timings: clock.timings() as Record<string, number>,
      made: {
        by: await options.conditions,
        from: testimonies(),
        pages: Object.fromEntries(made.paper.pages),
        feet: Object.fromEntries(made.paper.feet),
        sums: Object.fromEntries(files.map(([path, { content }]) => [path, checksum(content)])),
      },
    }
    for (const [path, { content }] of files) await stage.write(path, content)
    await stage.write('report.json', reportText(report))
    options.signal.throwIfAborted()
    await stage.publish()
    const outputs = files.map(([path, { content, count }]) => ({
      file: path,
      bytes: byteLength(content),
      ...(count ? { count } : {}),
    }))
    return { ...base, state: 'built', ...weighed, outputs, report }
  } catch (error) {
    options.signal.throwIfAborted()
    if (!(error instanceof Stop)) throw error
    findings.push(error.finding)
    return failed()
  } finally {
    await clock.settled()
    await Promise.all([pages.close(), stage.discard()])
  }
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}

function chosenOutputs(guide: Guide, only: readonly string[]): ReadonlySet<string> {
  const asked = only.length > 0 ? only : guide.frontMatter.outputs
  return new Set(asked.length > 0 ? asked : DEFAULT_OUTPUTS)
}

function byteLength(content: string | Uint8Array): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length
}
