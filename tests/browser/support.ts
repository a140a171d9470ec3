import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A folder of the test's own that stands in for the system's temporary folder. */
export function temporaryFolder(): { path: string; remove(): void; entries(): readonly string[] } {
  const path = mkdtempSync(join(tmpdir(), 'browser-tést ü-'))
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }),
    entries: () => readdirSync(path),
  }
}

/** The words of a PDF, whether it is tagged, and its bookmarks. */
export async function readPdf(
  pdf: Uint8Array,
): Promise<{ text: string; tagged: boolean; bookmarks: readonly string[] }> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  const text = (await Promise.all(pages)).join('\n')
  const marks = await document.getMarkInfo()
  const bookmarks = ((await document.getOutline()) ?? []).map(({ title }) => title)
  await document.destroy()
  return { text, tagged: marks?.Marked === true, bookmarks }
}

/** The processes, zombies apart, whose command line or environment names a folder. */
export function processesOf(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter((pid) => {
      try {
        const state = /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
        const words = ['cmdline', 'environ']
          .map((name) => readFileSync(`/proc/${pid}/${name}`, 'utf8'))
          .join()
        return state !== 'Z' && words.includes(folder)
      } catch {
        return false
      }
    })
}

/** The processes of a browser's pages. */
export function pagesOf(browser: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const group = /\) \w \d+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
        return (
          group === String(browser) &&
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')
        )
      } catch {
        return false
      }
    })
}

/** Waits until a condition holds; the test's own time limit ends it otherwise. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** The browser code as one file that a plain Node can run, within the project so that its packages are found. */
export async function bundleBrowser(): Promise<{
  run(script: string, env: NodeJS.ProcessEnv): ChildProcess
  remove(): void
}> {
  const folder = mkdtempSync(join(import.meta.dirname, '.bundle-'))
  await build({
    entryPoints: [join(import.meta.dirname, '../../src/browser/index.ts')],
    outfile: join(folder, 'browser.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const prelude = `const { findBrowser, openBrowser } = await import(${JSON.stringify(join(folder, 'browser.mjs'))});`
  return {
    run: (script, env) =>
      spawn(process.execPath, ['--input-type=module', '--eval', prelude + script], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What a process wrote, once it has ended. */
export async function outputOf(child: ChildProcess): Promise<string> {
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  await once(child, 'close')
  return output
}
