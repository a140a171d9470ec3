// Starts the comparison with marp-cli, which is written in TypeScript: `npm run compare-marp -- DIR`.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// Within the project, so that its packages are found.
const folder = mkdtempSync(join(import.meta.dirname, '.bundle-'))
try {
  const outfile = join(folder, 'compare.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'compare.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const { compare } = await import(pathToFileURL(outfile).href)
  process.exitCode = await compare(process.argv.slice(2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
