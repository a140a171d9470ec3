// Starts the measuring of many and of long guides, which is written in TypeScript: `npm run bench:many -- 1 10 100`.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Within the project, so that its packages are found.
const folder = mkdtempSync(join(import.meta.dirname, '.bundle-'))
try {
  const outfile = join(folder, 'many.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'many.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const { benchMany } = await import(pathToFileURL(outfile).href)
  await benchMany(join(import.meta.dirname, '../..'), process.argv.slice(2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
