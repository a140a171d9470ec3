import { realpathSync, statSync } from 'node:fs'
import { embeddedVersion } from './embedded.js'
import { installedBrowser, puppeteerBrowser } from './installed.js'

/**
 * Names the browser that `findBrowser` would find, so that another one, or another version, has another name. Starts and
 * unpacks nothing. Without a browser: "none".
 */
export function browserIdentity(env: NodeJS.ProcessEnv): string {
  const named = env['PUPPETEER_EXECUTABLE_PATH']
  if (named) return fileIdentity(named)
  const embedded = embeddedVersion()
  if (embedded) return `embedded ${embedded}`
  const other = puppeteerBrowser(env) ?? installedBrowser(env)
  return other ? fileIdentity(other) : 'none'
}

/** An update replaces the file: it has another size or date then. */
function fileIdentity(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path)
    return JSON.stringify([path, realpathSync(path), size, Math.round(mtimeMs)])
  } catch {
    return 'none'
  }
}
