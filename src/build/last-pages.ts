import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Pages } from './paper.js'

const schema = v.object({ made: v.object({ pages: v.record(v.string(), v.pipe(v.number(), v.integer())) }) })

/** The pages of handout.pdf as the last build left them: a guess, which is proven. None where there is no such build. */
export async function lastPages(target: string): Promise<Pages | undefined> {
  try {
    const report: unknown = JSON.parse(await readFile(join(target, 'report.json'), 'utf8'))
    return v.is(schema, report) ? new Map(Object.entries(report.made.pages)) : undefined
  } catch {
    return undefined
  }
}
