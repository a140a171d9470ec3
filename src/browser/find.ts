import { basename } from 'node:path'
import { EnvironmentFault, finding } from '../finding/index.js'
import { embeddedBrowser } from './embedded.js'
import { installedBrowser, isExecutable, puppeteerBrowser } from './installed.js'

/** A browser to print with. */
export interface FoundBrowser {
  readonly executable: string
  /** A headless shell starts and prints about twice as fast as a full browser, and takes other flags. */
  readonly shell: boolean
  /** The embedded browser only: the folder of its libraries. It then needs fonts of ours, too. */
  readonly libraries?: string
  /** A folder to remove when the browser is closed. */
  readonly temporary?: string
}

/**
 * Finds a browser: the one that PUPPETEER_EXECUTABLE_PATH names; the embedded one, unpacked on its first use; one in
 * puppeteer's cache; one that is installed.
 * @throws EnvironmentFault `browser-missing` where there is none, or where the variable names none;
 * `scratch-failed` or `browser-failed` where the embedded one cannot be unpacked and there is no other.
 */
export async function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  onProgress: (message: string) => void = () => {},
): Promise<FoundBrowser> {
  const named = env['PUPPETEER_EXECUTABLE_PATH']
  if (named) return isExecutable(named) ? describe(named) : missing(wrongPath(named))

  let failure: unknown
  const embedded = await embeddedBrowser(env, onProgress).catch((error: unknown) => void (failure = error))
  if (embedded) return { ...embedded, shell: true }

  const other = puppeteerBrowser(env) ?? installedBrowser(env)
  if (other) return describe(other)
  if (failure instanceof EnvironmentFault) throw failure
  if (failure)
    throw new EnvironmentFault(finding('browser-failed', { reason: notUnpacked(failure) }), {
      cause: failure,
    })
  return missing(installOne())
}

function describe(executable: string): FoundBrowser {
  return { executable, shell: /headless[-_]shell/i.test(basename(executable)) }
}

function missing(todo: string): never {
  throw new EnvironmentFault(
    finding('browser-missing', { system: `${process.platform} ${process.arch}`, todo }),
  )
}

function wrongPath(path: string): string {
  return `PUPPETEER_EXECUTABLE_PATH names "${path}", which is no file that can be run; correct or unset it.`
}

function notUnpacked(error: unknown): string {
  return `it cannot be unpacked (${error instanceof Error ? error.message : String(error)}); make room in the temporary folder.`
}

function installOne(): string {
  const install = {
    darwin: 'install Google Chrome from https://www.google.com/chrome/',
    win32: 'install Google Chrome or Microsoft Edge',
    linux: 'install Chromium with your package manager (Debian: apt install chromium)',
  } as Record<string, string>
  const how = install[process.platform] ?? 'install Chrome or Chromium'
  return `${how}, or set PUPPETEER_EXECUTABLE_PATH to one.`
}
