import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { PaperLayout } from './paper.js'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const schema = v.object({
  made: v.object({
    pages: v.record(v.string(), count),
    feet: v.record(v.string(), v.object({ lines: v.pipe(count, v.maxValue(99)), why: v.string() })),
  }),
})

/** The handout as the last build laid it out: a guess, which is proven. None where there is no such build. */
export async function lastPaper(target: string): Promise<PaperLayout | undefined> {
  try {
    const report: unknown = JSON.parse(await readFile(join(target, 'report.json'), 'utf8'))
    if (!v.is(schema, report)) return undefined
    const { pages, feet } = report.made
    return { pages: new Map(Object.entries(pages)), feet: new Map(Object.entries(feet)) }
  } catch {
    return undefined
  }
}
