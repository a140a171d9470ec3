// Starts the measuring, which is written in TypeScript: `npm run measure -- DIR [--out DIR] [--json FILE]`.
import { join } from 'node:path'
import { runTypeScript } from '../support/run-typescript.mjs'

await runTypeScript(join(import.meta.dirname, 'measure.ts'), async ({ measure }) => {
  process.exitCode = await measure(process.argv.slice(2))
})
