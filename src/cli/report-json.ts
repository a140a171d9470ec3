import type { BuildResult } from '../build/index.js'
import type { Finding } from '../finding/index.js'

export interface Told {
  readonly version: string
  /** In the order of the guides. */
  readonly results: readonly BuildResult[]
  /** What no guide is to blame for: browser, disk, permission. */
  readonly faults: readonly Finding[]
  readonly exitCode: number
}

/** All results as one JSON document; findings have the shape that report.json gives them. */
export function jsonReport({ version, results, faults, exitCode }: Told): string {
  const document = {
    deckhand: version,
    exitCode,
    guides: results.map(({ file, folder, state, outputs, findings, silenced }) => ({
      guide: file,
      folder,
      state,
      outputs: outputs.map(({ file: name, bytes }) => ({ file: name, bytes })),
      findings: findings.map(flat),
      silenced: silenced.map(({ finding, reason }) => ({ ...flat(finding), reason })),
    })),
    faults: faults.map(flat),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function flat({ place, hint, ...rest }: Finding) {
  return { ...rest, ...place, ...(hint ? { hint } : {}) }
}
