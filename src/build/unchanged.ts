import { access } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { isAboutMachine } from '../finding/index.js'
import { guideName } from '../guide/index.js'
import { checksum } from './checksum.js'
import { isInside } from './last-output.js'
import { countOf } from './made-file.js'
import type { BuildResult } from './options.js'
import { findingOf, type Report } from './report.js'
import { shown } from './shown.js'
import { holds } from './witness.js'
import { diskWorld } from './world.js'

/** Bytes; no report and no guide is larger. */
const LARGEST = 100_000_000

/** The parts of a report that are relied on; the rest is as its checksum of code and version says. */
const reportSchema = v.looseObject({
  guide: v.string(),
  outputs: v.array(
    v.looseObject({
      file: v.pipe(
        v.string(),
        v.check((path) => isInside(path)),
      ),
      bytes: v.number(),
      pages: v.optional(v.number()),
    }),
  ),
  findings: v.array(
    v.looseObject({
      code: v.string(),
      severity: v.picklist(['error', 'warning', 'advice']),
      message: v.string(),
    }),
  ),
  made: v.object({
    by: v.string(),
    from: v.array(
      v.object({
        asked: v.picklist(['file', 'path', 'names', 'repository', 'address']),
        of: v.string(),
        most: v.optional(v.number()),
        answer: v.string(),
      }),
    ),
    sums: v.record(v.string(), v.string()),
  }),
})

/**
 * Whether to build a guide again would give what stands in the output folder: the last build was a good one, of the same
 * bytes, pictures (also absent ones) and conditions, and its files are as it left them.
 */
export async function isUnchanged(
  file: string,
  run: { readonly out: string; readonly conditions: Promise<string> },
): Promise<boolean> {
  const report = await lastReport(file, run.out)
  if (!report?.made || report.guide !== shown(file)) return false
  if (report.made.by !== (await run.conditions)) return false
  return (
    (await holds(report.made.from, diskWorld, file)) &&
    (await areWhole(join(run.out, guideName(file)), report))
  )
}

/** Whether there may be anything to compare with: cheap to ask. */
export async function hasLastReport(file: string, out: string): Promise<boolean> {
  return access(join(out, guideName(file), 'report.json')).then(
    () => true,
    () => false,
  )
}

/** The result of the last build, told again: warnings must not vanish because nothing changed. */
export async function unchangedResult(
  file: string,
  out: string,
): Promise<Omit<BuildResult, 'seconds'> | undefined> {
  const report = await lastReport(file, out)
  if (!report) return undefined
  const findings = report.findings.map(findingOf).filter((one) => !isAboutMachine(one))
  return {
    file: report.guide,
    folder: join(out, guideName(file)),
    state: 'unchanged',
    findings,
    silenced: (report.silenced ?? []).map(({ reason, ...one }) => ({ finding: findingOf(one), reason })),
    source: findings.length > 0 ? await sourceOf(file) : '',
    outputs: report.outputs.map(({ file: name, bytes, pages }) => ({
      file: name,
      bytes,
      ...(pages === undefined ? {} : { count: countOf(name, pages) }),
    })),
    report,
  }
}

async function lastReport(file: string, out: string): Promise<Report | undefined> {
  try {
    const read = await diskWorld.readFile(join(out, guideName(file), 'report.json'), LARGEST)
    if (!('bytes' in read)) return undefined
    const report: unknown = JSON.parse(new TextDecoder().decode(read.bytes))
    return v.is(reportSchema, report) ? (report as unknown as Report) : undefined
  } catch {
    return undefined
  }
}

/** Whether every output is as the last build left it: a file that was changed by hand is made again. */
async function areWhole(folder: string, { outputs, made }: Report): Promise<boolean> {
  for (const { file, bytes } of outputs) {
    const read = await diskWorld.readFile(join(folder, file), bytes).catch(() => undefined)
    if (!read || !('bytes' in read) || checksum(read.bytes) !== made?.sums[file]) return false
  }
  return true
}

async function sourceOf(file: string): Promise<string> {
  const read = await diskWorld.readFile(file, LARGEST).catch(() => undefined)
  return read && 'bytes' in read ? new TextDecoder().decode(read.bytes) : ''
}
