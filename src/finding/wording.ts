import type { Finding, Place, Severity } from './finding.js'
import { advice } from './wording/advice.js'
import { checks } from './wording/checks.js'
import { dialects } from './wording/dialects.js'
import { environment } from './wording/environment.js'
import { frontMatter } from './wording/front-matter.js'
import { html } from './wording/html.js'
import { ignore } from './wording/ignore.js'
import { look } from './wording/look.js'
import { marpDeck } from './wording/marp-deck.js'
import { pictures } from './wording/pictures.js'
import { press } from './wording/press.js'
import { slides } from './wording/slides.js'
import { source } from './wording/source.js'
import { structure } from './wording/structure.js'
import type { Wording } from './wording/words.js'

/** Every finding that there is, and how it is worded; a file for each topic. */
const wordings = {
  ...source,
  ...frontMatter,
  ...ignore,
  ...structure,
  ...html,
  ...dialects,
  ...pictures,
  ...look,
  ...slides,
  ...marpDeck,
  ...checks,
  ...press,
  ...advice,
  ...environment,
}

export type Code = keyof typeof wordings
type DataOf<C extends Code> = (typeof wordings)[C] extends Wording<infer Data> ? Data : never

/** Every code, for `ignore` in the front matter and for the documentation. */
export const codes = Object.keys(wordings) as readonly Code[]

/** Puts a fault into words. */
export function finding<C extends Code>(code: C, data: DataOf<C>, place?: Place): Finding {
  const wording = wordings[code] as unknown as Wording<DataOf<C>>
  const hint = wording.hint?.(data)
  return {
    code,
    severity: wording.severity,
    message: wording.message(data),
    ...(place ? { place } : {}),
    ...(hint ? { hint } : {}),
  }
}

/** Whether a finding is about the machine, so that no change of the guide can mend it. */
export function isAboutMachine({ code }: Finding): boolean {
  return code in environment
}

/** How grave every finding of a code is, unless `--strict` raises it. */
export function severityOf(code: Code): Severity {
  return wordings[code].severity
}
