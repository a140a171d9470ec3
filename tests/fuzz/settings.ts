import fc from 'fast-check'

/** As many times as usual are tried: `FUZZ=20 npx vitest run tests/fuzz` looks longer, and elsewhere each time. */
const factor = Number(process.env['FUZZ'] ?? 0)

/** Always the same guides, so that a change of ours alone turns a test red; others where FUZZ is set. */
export function settings(runs: number): fc.Parameters<unknown> {
  return factor > 0 ? { numRuns: runs * factor } : { numRuns: runs, seed: 20_240_601 }
}
