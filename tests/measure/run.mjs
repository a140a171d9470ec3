// Starts the measuring, which is written in TypeScript: `npm run measure -- DIR [--out DIR] [--json FILE]`.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Within the project, so that its packages are found.
const folder = mkdtempSync(join(import.meta.dirname, '.bundle-'))
try {
  const outfile = join(folder, 'measure.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const { measure } = await import(pathToFileURL(outfile).href)
  process.exitCode = await measure(process.argv.slice(2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
