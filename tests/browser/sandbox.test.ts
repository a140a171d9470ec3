import { chmodSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.js'
import { bundleBrowser, outputOf, processesOf, temporaryFolder } from './support.js'

const nobody = 65534

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'where a launch with the sandbox fails, one without it is tried, and told',
  async () => {
    const folder = temporaryFolder()
    const bundle = await bundleBrowser()
    chmodSync(folder.path, 0o777)
    const { executable } = await findBrowser({ ...process.env, XDG_CACHE_HOME: folder.path })
    for (const path of [dirname(executable), dirname(dirname(executable))]) chmodSync(path, 0o755)
    const wrapper = join(folder.path, 'chrome-headless-shell')
    const script = `#!/bin/sh
      export LD_LIBRARY_PATH=${JSON.stringify(join(dirname(executable), 'lib'))}
      case "$*" in *--no-sandbox*) exec ${JSON.stringify(executable)} "$@" ;; esac
      echo "[1:FATAL:zygote.cc] No usable sandbox!" >&2; exit 1\n`
    writeFileSync(wrapper, script)
    chmodSync(wrapper, 0o755)

    // Root is never given a sandbox, so root must become someone else.
    const child = bundle.run(
      `if (process.getuid() === 0) { process.setgid(${nobody}); process.setuid(${nobody}) }
       const browser = await openBrowser({ onFinding: ({ code, message }) => console.log(code, message) })
       await browser.close()`,
      { ...process.env, TMPDIR: folder.path, PUPPETEER_EXECUTABLE_PATH: wrapper },
    )
    const output = await outputOf(child)
    expect(processesOf(folder.path)).toEqual([])
    bundle.remove()
    folder.remove()
    expect(output).toMatch(/^sandbox-off The browser runs without its sandbox: .*No usable sandbox!\.\n$/)
  },
)
