import { OUTPUTS_ON_REQUEST, type OutputOnRequest } from '../../guide/index.js'
import type { Finding } from '../../finding/index.js'
import type { MadeFile } from '../made-file.js'
import type { Groundwork, Maker } from './made.js'

export type { Groundwork } from './made.js'

/** Loaded only where they are asked for. */
const makers: Readonly<Record<OutputOnRequest, () => Promise<Maker>>> = {
  'deck.public.html': async () => (await import('./public-deck.js')).makePublicDeck,
  'notes.pdf': async () => (await import('./notes.js')).makeNotes,
  'slides-3up.pdf': async () => (await import('./three-up.js')).makeThreeUp,
  'handout-large.pdf': async () => (await import('./handout-large.js')).makeLargeHandout,
  'worksheet.pdf': async () => (await import('./worksheet.js')).makeWorksheet,
  'booklet.pdf': async () => (await import('./booklet.js')).makeBooklet,
  'handout.html': async () => (await import('./handout-html.js')).makeHandoutHtml,
}

/** The outputs that are made on request, as far as they are chosen, one after the other. */
export async function makeOnRequest(
  chosen: ReadonlySet<string>,
  groundwork: Groundwork,
): Promise<{
  readonly files: readonly (readonly [string, MadeFile])[]
  readonly findings: readonly Finding[]
}> {
  const files: [string, MadeFile][] = []
  const findings: Finding[] = []
  for (const name of OUTPUTS_ON_REQUEST.filter((one) => chosen.has(one))) {
    const load: () => Promise<Maker> = makers[name]
    const made = await (await load())(groundwork)
    files.push([name, made.file])
    findings.push(...made.findings)
  }
  return { files, findings }
}
