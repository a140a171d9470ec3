import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser as Connection } from 'puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js'
import { atExit, noRoomFault, orScratchFault, removeFolder, removeFolderNow } from '../disk/index.js'
import { connect, pause } from './connect.js'
import type { FoundBrowser } from './find.js'
import { browserEnvironment, browserFlags } from './flags.js'
import { fontsConf } from './fontconfig.js'
import { makePrivateFolder, nameBrowser } from './private-folder.js'

/** A browser that runs, and all that it leaves on the machine. */
export interface Running {
  readonly connection: Connection
  readonly pid: number
  /** Private to this browser (0700): its profile and the pages that are printed. */
  readonly folder: string
  /** Ends the browser, by force if it takes too long, and removes the folder. Never throws; twice is as good as once. */
  stop(): Promise<void>
}

export interface LaunchOptions {
  readonly env: NodeJS.ProcessEnv
  readonly sandbox: boolean
  /** How long it may take until it answers. */
  readonly seconds: number
  /** The folder of fonts for the embedded browser. */
  readonly fonts: string
  readonly signal?: AbortSignal | undefined
}

const graceSeconds = 1

/**
 * Starts a browser over a pipe, with a fresh profile, and waits until it answers. No port is opened.
 * @throws an Error with the browser's own last words where it does not start; nothing is left behind then.
 */
export async function launch(
  found: FoundBrowser,
  { env, sandbox, fonts, signal, seconds }: LaunchOptions,
): Promise<Running> {
  signal?.throwIfAborted()
  const folder = await makePrivateFolder(env)
  let child: ChildProcess | undefined
  const forget = atExit(() => {
    kill(child)
    removeFolderNow(folder)
  })
  const stop = async (): Promise<void> => {
    kill(child)
    await removeFolder(folder).catch(() => {})
    forget()
  }

  try {
    await orScratchFault(folder, async () => {
      if (found.libraries)
        writeFileSync(join(folder, 'fonts.conf'), fontsConf(fonts, join(folder, 'fontconfig')))
    })
    const started = (child = start(found, folder, env, sandbox))
    await orScratchFault(folder, async () => nameBrowser(folder, started.pid))
    const connection = await connect(started, signal, seconds)
    let stopped: Promise<void> | undefined
    const stopGently = async (): Promise<void> => {
      await Promise.race([connection.close().catch(() => {}), ended(started), pause(graceSeconds)])
      await stop()
    }
    return { connection, pid: started.pid as number, folder, stop: () => (stopped ??= stopGently()) }
  } catch (error) {
    const fault = signal?.aborted ? undefined : await noRoomFault(folder)
    await stop()
    throw fault ?? error
  }
}

function start(found: FoundBrowser, folder: string, env: NodeJS.ProcessEnv, sandbox: boolean): ChildProcess {
  const child = spawn(found.executable, browserFlags(found, folder, sandbox), {
    env: browserEnvironment(found, folder, env),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A process group of its own, so that one signal reaches all of its processes, and Ctrl+C only us.
    detached: process.platform !== 'win32',
  })
  child.once('exit', () => {
    // Its other processes may outlive it and hold the pipes open: without them, its end is known at once.
    kill(child)
    for (const pipe of child.stdio.slice(3)) pipe?.destroy()
  })
  return child
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
  })
}

/** Ends the browser with all its processes, at once. */
function kill(child: ChildProcess | undefined): void {
  if (child?.pid === undefined) return
  try {
    if (process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else if (child.exitCode === null) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
  } catch {
    // It has ended already.
  }
}
