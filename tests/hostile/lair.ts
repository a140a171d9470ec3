import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deflateSync } from 'node:zlib'
import { root } from '../support/cli.js'
import type { Listener } from './listener.js'

/** A folder with the hostile guides, and beside them all that they may not touch. */
export interface Lair {
  readonly folder: string
  /** A folder for each guide. */
  readonly guides: string
  readonly out: string
  readonly names: readonly string[]
  /** A word that stands in the files outside of every read root, and nowhere else. */
  readonly secret: string
  remove(): void
}

const fixtures = join(root, 'tests/fixtures/hostile')
const TEXT = /\.(?:md|svg|css|hbs|[cm]?js|json|html|xml)$/

/** Copies the fixtures, with the addresses of the listener and the paths of the secret put in. */
export function layOut({ port }: Listener): Lair {
  const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-hostile-'))
  const secret = `SESAME${randomBytes(6).toString('hex')}`
  const [guides, out] = [join(folder, 'guides'), join(folder, 'out')]
  const secretText = join(folder, 'secret.txt')
  const secretPicture = join(folder, 'secret.svg')
  writeFileSync(secretText, `${secret}\n`)
  writeFileSync(
    secretPicture,
    `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text id="secret" y="20">${secret}</text></svg>\n`,
  )
  const values: Readonly<Record<string, string>> = {
    '@WEB@': `http://127.0.0.1:${port}`,
    '@WEB6@': `http://[::1]:${port}`,
    '@WEB-BARE@': `//127.0.0.1:${port}`,
    '@PORT@': String(port),
    '@SECRET@': pathToFileURL(secretText).href,
    '@SECRET-SVG@': pathToFileURL(secretPicture).href,
    '@SECRET-PATH@': secretPicture,
  }
  const names = readdirSync(fixtures).toSorted()
  cpSync(fixtures, guides, { recursive: true })
  for (const entry of readdirSync(guides, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXT.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace(/@[A-Z0-9-]+@/g, (name) => values[name] ?? name),
    )
  }
  for (const [name, finish] of Object.entries(FINISH)) finish(join(guides, name), folder)
  return {
    folder,
    guides,
    out,
    names,
    secret,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What Git does not hold, or not on every system. */
const FINISH: Readonly<Record<string, (guide: string, folder: string) => void>> = {
  'reads-no-file-symlink'(guide, folder) {
    symlinkSync(join(folder, 'secret.svg'), join(guide, 'out.svg'))
    symlinkSync(folder, join(guide, 'folder'))
    symlinkSync('loop.svg', join(guide, 'loop.svg'))
    symlinkSync('/dev/zero', join(guide, 'zero.png'))
    symlinkSync('.', join(guide, 'self'))
    // Whoever opens it waits for one who writes.
    spawnSync('mkfifo', [join(guide, 'pipe.png')])
  },
  'exhausts-nothing-pictures'(guide) {
    writeFileSync(join(guide, 'pixels.png'), pngOf(60_000, 60_000))
    writeFileSync(join(guide, 'truthful.png'), pngOf(64, 64))
    const uses = Array.from(
      { length: 12 },
      (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(10)}</g>`,
    )
    const svg = (inner: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">${inner}</svg>`
    writeFileSync(join(guide, 'uses.svg'), svg(`<rect id="g0" width="1" height="1"/>${uses.join('')}`))
    writeFileSync(join(guide, 'nested.svg'), svg(`${'<g>'.repeat(50_000)}${'</g>'.repeat(50_000)}`))
    const entities = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    )
    const laughs = `<!DOCTYPE svg [<!ENTITY e0 "ha">${entities.join('')}]>${svg('<text y="20">&e12;</text>')}`
    writeFileSync(join(guide, 'laughs.svg'), laughs)
    writeFileSync(join(guide, 'cut.png'), pngOf(64, 64).subarray(0, 50))
    writeFileSync(join(guide, 'lies.png'), svg('<text y="20">not a PNG</text>'))
  },
  'supplies-no-code'(guide) {
    const marker = (name: string) =>
      `require('fs').writeFileSync(${JSON.stringify(join(guide, name))}, 'x')\nmodule.exports = {}\n`
    write(join(guide, 'node_modules/@marp-team/marp-core/index.js'), marker('owned-core'))
    write(join(guide, 'node_modules/@marp-team/marp-core/package.json'), '{ "version": "9.9.9" }')
    write(join(guide, 'node_modules/handlebars/index.js'), marker('owned-handlebars'))
    write(join(guide, '.env'), 'NODE_OPTIONS=--require=./engine.js\n')
  },
}

/** A grey picture of a size that its file does not betray: 3.6 billion pixels fit into half a megabyte. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const row = Buffer.alloc(Math.ceil(width / 8) + 1)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: Math.min(height, 2_000) }, () => row)))
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** What a fixture expects: whether it is built, and the findings that must be told. */
export function expectation(name: string): { readonly isBuilt: boolean; readonly codes: readonly string[] } {
  const [state, ...codes] = readFileSync(join(fixtures, name, 'expected.txt'), 'utf8')
    .trim()
    .split('\n')
  return { isBuilt: state === 'built', codes }
}
