// Runs what is written in TypeScript outside of vitest: bundles it and gives what it exports.
import { mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Hands what a file exports to `run`; the bundle is gone when that has ended. */
export async function runTypeScript(file, run) {
  // Within the project, so that its packages are found; beside the file, so that its own folder is.
  const folder = mkdtempSync(join(dirname(file), '.bundle-'))
  try {
    const outfile = join(folder, `${basename(file, '.ts')}.mjs`)
    await build({
      entryPoints: [file],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    })
    await run(await import(pathToFileURL(outfile).href))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
