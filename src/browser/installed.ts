import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { homeOf } from '../disk/index.js'

/** Whether there is a file at the path that this user may run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The newest browser in puppeteer's own cache: a headless shell before a full Chrome, which is half as fast. */
export function puppeteerBrowser(env: NodeJS.ProcessEnv): string | undefined {
  const home = env['HOME'] || env['USERPROFILE'] || homeOf(env)
  const cache = env['PUPPETEER_CACHE_DIR'] || join(home, '.cache', 'puppeteer')
  return [
    ...executablesIn(join(cache, 'chrome-headless-shell'), shellNames),
    ...executablesIn(join(cache, 'chrome'), chromeNames),
  ].find(isExecutable)
}

/** A Chrome, Chromium or Edge that is installed on this system. */
export function installedBrowser(env: NodeJS.ProcessEnv): string | undefined {
  const usual =
    process.platform === 'win32' ? windowsPaths(env) : process.platform === 'darwin' ? macPaths(env) : []
  return [...usual, ...onPath(env)].find(isExecutable)
}

const shellNames = ['chrome-headless-shell', 'chrome-headless-shell.exe']
const chromeNames = [
  'chrome',
  'chrome.exe',
  join('Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'),
]

/** Puppeteer lays out `<system>-<version>/<archive>/<executable>`. */
function executablesIn(folder: string, names: readonly string[]): readonly string[] {
  return foldersIn(folder)
    .toSorted(newestFirst)
    .flatMap((version) => foldersIn(join(folder, version)).map((archive) => join(folder, version, archive)))
    .flatMap((archive) => names.map((name) => join(archive, name)))
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true })
}

function onPath(env: NodeJS.ProcessEnv): readonly string[] {
  const names = [
    'chrome-headless-shell',
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function macPaths(env: NodeJS.ProcessEnv): readonly string[] {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
  return ['/Applications', join(homeOf(env), 'Applications')].flatMap((folder) =>
    apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  )
}

function windowsPaths(env: NodeJS.ProcessEnv): readonly string[] {
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
  const inside = [
    join('Google', 'Chrome', 'Application', 'chrome.exe'),
    join('Chromium', 'Application', 'chrome.exe'),
    join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]
  return inside.flatMap((path) => roots.map((root) => join(root, path)))
}
