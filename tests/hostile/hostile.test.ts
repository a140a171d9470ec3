import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checksums, deckhand, type Run } from '../support/cli.js'
import { expectation, layOut, type Lair } from './lair.js'
import { listen, type Listener } from './listener.js'
import { readPrint } from './prints.js'
import { openViewer, type Viewer } from './viewer.js'

const listener: Listener = await listen()
const lair: Lair = layOut(listener)
const before = checksums(lair.folder)
/** The default ones, and the one on request that a browser opens. */
const OUTPUTS = 'deck.md,deck.html,deck.pdf,handout.pdf,facilitator.pdf,handout.html'
const LONGEST_MS = 300_000
let run: Run
let viewer: Viewer

beforeAll(async () => {
  run = await deckhand(['build', lair.guides, '--out', lair.out, '--only', OUTPUTS, '--force', '--debug'], {
    cwd: lair.folder,
    onStart: (child) => setTimeout(() => child.kill('SIGKILL'), LONGEST_MS).unref(),
  })
  viewer = await openViewer()
}, LONGEST_MS * 2)
afterAll(async () => {
  if (run) {
    console.info(record())
    if (process.env.DECKHAND_HOSTILE_LOG) writeFileSync(process.env.DECKHAND_HOSTILE_LOG, `${record()}\n`)
  }
  await viewer?.close()
  listener.close()
  if (!process.env.KEEP_HOSTILE) lair.remove()
  else console.info(lair.folder)
})

/** Codes that were told of one guide, as the terminal shows them. */
function told(name: string): readonly string[] {
  const codes = run.stderr.split('\n').flatMap((line) => {
    const [, code = ''] = line.includes(`${name}/guide.md:`) ? (/\[([a-z-]+)\]$/.exec(line) ?? []) : []
    return code === '' ? [] : [code]
  })
  const report = join(lair.out, name, 'report.json')
  const reported = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as { findings: { code: string }[] }).findings
    : []
  return [...new Set([...codes, ...reported.map(({ code }) => code)])].toSorted()
}

const SAFE_ADDRESS = /^(?:$|#|https?:|mailto:|tel:|data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml);base64,)/

describe.each(lair.names)('%s', (name) => {
  const folder = join(lair.out, name)
  const file = (output: string) => join(folder, output)

  it('ends as expected, and says why', () => {
    const { isBuilt, codes } = expectation(name)
    expect([0, 1], run.stderr).toContain(run.code)
    expect({ name, isBuilt: existsSync(file('report.json')), codes: told(name) }).toEqual({
      name,
      isBuilt,
      codes: expect.arrayContaining([...codes]),
    })
  })

  it("runs nothing and asks for nothing in a reader's browser", async ({ skip }) => {
    if (!existsSync(file('deck.html'))) return skip('it was refused')
    // Once as it is, once in the presenter's view, and once without the policy: each defence must hold alone.
    const made = ['deck.html', 'handout.html'].filter((of) => existsSync(file(of)))
    const bare = made.map((of) => {
      const text = readFileSync(file(of), 'utf8').replace(/<meta http-equiv="Content-S[^>]*>/, '')
      writeFileSync(file(`bare.${of}`), text)
      return [`bare.${of}`] as const
    })
    const pages = [['deck.html', '?view=presenter'] as const, ...made.map((of) => [of] as const), ...bare]
    for (const [page, query] of pages) {
      const seen = await viewer.see(file(page), query)
      expect({
        page,
        query,
        ...seen,
        addresses: seen.addresses.filter((one) => !SAFE_ADDRESS.test(one) && one !== '?view=next'),
      }).toMatchObject({
        owned: null,
        dialogs: [],
        asked: [],
        addresses: [],
        handlers: [],
      })
      if (page.endsWith('deck.html')) expect(seen.slides).toBeGreaterThan(0)
    }
  })

  it('holds no secret, and no script on paper', async ({ skip }) => {
    if (!existsSync(folder)) return skip('it was refused')
    for (const output of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.\w+$/.test(output)) continue
      const bytes = readFileSync(file(output))
      expect(withEmbedded(bytes.toString('utf8')), output).not.toContain(lair.secret)
      expect(bytes.toString('utf8'), output).not.toContain('OWNED-TEMPLATE')
      if (!output.endsWith('.pdf')) continue
      const { text, addresses, scripts } = await readPrint(bytes)
      expect(text, output).not.toContain(lair.secret)
      expect({
        output,
        addresses: addresses.filter((one) => !/^(?:https?:|mailto:|tel:)/i.test(one)),
        scripts,
      }).toEqual({
        output,
        addresses: [],
        scripts: [],
      })
    }
  })
})

it('pages asked for their own file, and got nothing else', () => {
  const given = asked(': given')
  const own = /^file:\/\/\/.*\/deckhand-\d+-[\w-]+\/[\w-]+\.html$/
  expect(given.length).toBeGreaterThan(lair.names.length)
  expect(given.filter((url) => !own.test(url))).toEqual([])
})

it('nobody was asked: the listener on loopback heard nothing', () => {
  expect(listener.heard).toEqual([])
})

it('nothing was written outside of the output folder', () => {
  const inside = (path: string) => path.startsWith('out/')
  const after = Object.fromEntries(Object.entries(checksums(lair.folder)).filter(([path]) => !inside(path)))
  expect(after).toEqual(before)
})

it('the terminal got no control characters', () => {
  expect(run.stderr + run.stdout).not.toMatch(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
  )
})

/** Addresses that the log of `--debug` names, with what came of them. */
function asked(outcome: string): readonly string[] {
  return run.stderr
    .split('\n')
    .flatMap((line) => (line.endsWith(outcome) ? (/asked for (\S+): /.exec(line)?.[1] ?? []) : []))
}

/** Attacks and what each got, for the record: printed, and written where DECKHAND_HOSTILE_LOG names a file. */
function record(): string {
  const rows = lair.names.map((name) => {
    const end = existsSync(join(lair.out, name, 'report.json')) ? 'built' : 'refused'
    return `| ${name} | ${end} | ${told(name).join(', ') || 'nothing to tell'} |`
  })
  const refused = [...new Set(asked(': refused'))]
  return [
    '| attack | ended | told |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `Heard by the listener on port ${listener.port} of loopback${listener.hasIpv6 ? ', IPv4 and IPv6' : ''}: ${listener.heard.length} connections.`,
    `Given to printed pages: ${asked(': given').length} times their own file, nothing else.`,
    `Refused to printed pages: ${refused.length === 0 ? 'nothing was asked for' : refused.join(', ')}.`,
  ].join('\n')
}

/** A file's text, and that of all that is embedded in it. */
function withEmbedded(text: string): string {
  const embedded = [...text.matchAll(/data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)/g)]
  return [text, ...embedded.map(([, base64 = '']) => Buffer.from(base64, 'base64').toString('utf8'))].join(
    '\n',
  )
}
