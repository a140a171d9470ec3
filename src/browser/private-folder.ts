import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { leftoversIn, markOf, orScratchFault, ownerState, removeFolderNow } from '../disk/index.js'

/** The file in a private folder that names the browser whose folder it is. */
const BROWSER = 'browser'

/**
 * Makes a folder that only this user can read (0700) in the system's temporary folder, where it first removes those of
 * processes that were killed.
 * @throws EnvironmentFault `scratch-failed`
 */
export async function makePrivateFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const parent = resolve((process.platform !== 'win32' && env['TMPDIR']) || tmpdir())
  for (const left of leftoversIn(parent, 'deckhand-')) {
    endBrowserOf(left)
    removeFolderNow(left)
  }
  // At once: whoever is to remove it at exit must know of it before a signal can end the process.
  return orScratchFault(parent, async () => mkdtempSync(join(parent, `deckhand-${markOf(process.pid)}-`)))
}

/** Notes whose folder this is, so that a browser which outlives our process can be found. */
export function nameBrowser(folder: string, pid: number | undefined): void {
  if (pid !== undefined) writeFileSync(join(folder, BROWSER), markOf(pid))
}

/** A browser ends with our process, unless it hangs. */
function endBrowserOf(folder: string): void {
  try {
    const mark = readFileSync(join(folder, BROWSER), 'utf8')
    if (ownerState(mark) === 'runs') process.kill(-Number.parseInt(mark, 10), 'SIGKILL')
  } catch {
    // It has ended, or none was started.
  }
}
