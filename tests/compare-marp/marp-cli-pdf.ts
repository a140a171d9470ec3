import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { browserEnvironment, findBrowser, fontsConf, systemFonts } from '../../src/browser/index.js'

/** What marp-cli makes of a deck. @param format by the ending of the file */
export async function marpCli(deck: string, output: string, options: readonly string[] = []): Promise<void> {
  const found = await findBrowser()
  const folder = join(dirname(output), 'marp-cli')
  mkdirSync(folder, { recursive: true })
  // The same browser with the same fonts as ours.
  if (found.libraries) writeFileSync(join(folder, 'fonts.conf'), fontsConf(systemFonts(), join(folder, 'fc')))
  const env = browserEnvironment(found, folder, process.env)
  const script = join(
    dirname(createRequire(import.meta.url).resolve('@marp-team/marp-cli')),
    '../marp-cli.js',
  )
  const own = ['--no-config-file', '--no-stdin', '--allow-local-files', '--browser', 'chrome']
  const args = [script, deck, ...own, '--browser-path', found.executable, '--output', output, ...options]
  const child = spawn(process.execPath, args, {
    // Outside of the project, so that marp-cli takes the Marp that it brings along.
    cwd: dirname(deck),
    env: { ...env, CHROME_NO_SANDBOX: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`marp-cli ended with ${String(code)}: ${said}`)
}
