import { createReadStream, createWriteStream, existsSync, mkdtempSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import {
  atExit,
  cacheHome,
  leftoversIn,
  markOf,
  orScratchFault,
  removeFolder,
  removeFolderNow,
} from '../disk/index.js'
import { makePrivateFolder } from './private-folder.js'

/** The browser of the npm registry, unpacked. */
export interface Embedded {
  readonly executable: string
  /** The libraries that a bare system lacks. */
  readonly libraries: string
  /** Where no cache could be written: the folder to remove when the browser is closed. */
  readonly temporary?: string
}

/**
 * Unpacks the browser of @sparticuz/chromium into the user's cache, once, or into a private temporary folder
 * where there is no cache to write to. Gives nothing where this system cannot run it or it is not installed.
 * @throws where there is no room for it in the temporary folder either.
 */
export async function embeddedBrowser(
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<Embedded | undefined> {
  const source = findPackage()
  if (!source) return undefined

  const name = `chromium-${source.version}`
  const cache = join(cacheHome(env), 'deckhand')
  const cached = join(cache, name)
  if (isComplete(cached)) return describe(cached)

  onProgress('Unpacking the browser (once)…')
  try {
    await unpackInto(cache, name, source.bin)
    return describe(cached)
  } catch {
    // A home that is read-only, missing or full: this run still can have its browser.
    const temporary = await makePrivateFolder(env)
    await orScratchFault(temporary, () => unpack(source.bin, temporary))
    return { ...describe(temporary), temporary }
  }
}

/** The version of the browser that npm installed; undefined where there is none or this system cannot run it. */
export function embeddedVersion(): string | undefined {
  return findPackage()?.version
}

function findPackage(): { bin: string; version: string } | undefined {
  // The loader tells glibc from musl, for which the binary is not made.
  const runsHere =
    process.platform === 'linux' && process.arch === 'x64' && existsSync('/lib64/ld-linux-x86-64.so.2')
  if (!runsHere) return undefined
  try {
    const require = createRequire(import.meta.url)
    const root = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))))
    // By its path, since the package does not export its package.json.
    const { version } = require(join(root, 'package.json')) as { version: string }
    const bin = join(root, 'bin')
    return existsSync(join(bin, 'chromium.br')) ? { bin, version } : undefined
  } catch {
    return undefined
  }
}

function describe(folder: string): Embedded {
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib') }
}

function isComplete(folder: string): boolean {
  const { executable, libraries } = describe(folder)
  return existsSync(executable) && existsSync(libraries)
}

/** Unpacks beside the target and renames, so that no build ever sees half a browser. */
async function unpackInto(cache: string, name: string, bin: string): Promise<void> {
  await mkdir(cache, { recursive: true, mode: 0o700 })
  for (const left of leftoversIn(cache, `${name}.`)) removeFolderNow(left)
  const temporary = mkdtempSync(join(cache, `${name}.${markOf(process.pid)}-`))
  await unpack(bin, temporary)
  try {
    await moveUnlessThere(temporary, join(cache, name))
  } finally {
    await removeFolder(temporary)
  }
}

async function moveUnlessThere(temporary: string, target: string): Promise<void> {
  try {
    await rename(temporary, target)
  } catch (error) {
    if (isComplete(target)) return // Another build was faster.
    if (!existsSync(target)) throw error
    await removeFolder(target) // Something has emptied it in part.
    await rename(temporary, target)
  }
}

/** Unpacks all into a folder; where that fails, or the process ends meanwhile, the folder is removed. */
async function unpack(bin: string, folder: string): Promise<void> {
  const forget = atExit(() => removeFolderNow(folder))
  try {
    await decompress(bin, folder)
  } catch (error) {
    await removeFolder(folder)
    throw error
  } finally {
    forget()
  }
}

async function decompress(bin: string, folder: string): Promise<void> {
  // tar-fs is that package's dependency, not ours, and only needed once.
  const requireThere = createRequire(join(bin, 'chromium.br'))
  const tar = requireThere('tar-fs') as { extract(folder: string): Writable }
  const executable = createWriteStream(join(folder, 'chromium'), { mode: 0o755 })
  await Promise.all([
    pipeline(
      createReadStream(join(bin, 'chromium.br')),
      createBrotliDecompress({ chunkSize: 1 << 20 }),
      executable,
    ),
    pipeline(createReadStream(join(bin, 'al2023.tar.br')), createBrotliDecompress(), tar.extract(folder)),
  ])
}
