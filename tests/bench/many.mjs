// Starts the measuring of many and of long guides, which is written in TypeScript: `npm run bench:many -- 1 10 100`.
import { join } from 'node:path'
import { runTypeScript } from '../support/run-typescript.mjs'

await runTypeScript(join(import.meta.dirname, 'many.ts'), ({ benchMany }) =>
  benchMany(join(import.meta.dirname, '../..'), process.argv.slice(2)),
)
