import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readPdf } from '../../src/pdf/index.js'
import { animatedGif, animatedWebp, avif, jpeg, png, webp } from '../picture/bytes.js'
import { deckhand, guideIn, scratch } from '../support/cli.js'

const kinds = { 'a.png': png(30, 20), 'b.jpg': jpeg, 'c.gif': animatedGif, 'd.webp': webp, 'e.avif': avif }

it('every kind of picture is shown, still; a box stands for each that cannot be', async () => {
  const folder = scratch()
  const files = { ...kinds, 'f.webp': animatedWebp }
  const source = [
    '# Pictures',
    ...Object.keys(files).map((name) => `## Shows ${name}\n\n![Alternative of ${name}](${name})`),
    '## Lacks one\n\n![A map of the town](map.png)',
    '## Lacks another\n\nIn a line: ![](https://nowhere.example/logo%20large.png) stands here.',
  ].join('\n\n')
  const file = guideIn(folder, `${source}\n`)
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'talk', name), bytes)
  const run = await deckhand(['build', file, '--out', join(folder, 'out')])
  expect(run.code, run.stderr).toBe(0)

  const html = readFileSync(join(folder, 'out/talk/deck.html'), 'utf8')
  const types = [...html.matchAll(/src="data:(image\/[a-z]+);base64,([^"]+)"/g)]
  expect(types.map(([, type]) => type)).toEqual([
    'image/png',
    'image/jpeg',
    'image/gif',
    'image/webp',
    'image/avif',
    'image/webp',
  ])
  const moving = types.map(([, , data]) => Buffer.from(data as string, 'base64').toString('latin1'))
  expect(moving[2]?.split('\x2c\0\0\0\0')).toHaveLength(2)
  expect(moving[5]).not.toContain('ANMF')
  for (const artefact of ['deck.pdf', 'handout.pdf']) {
    const { pages } = await readPdf(readFileSync(join(folder, 'out/talk', artefact)))
    const text = JSON.stringify(pages)
    expect(text).toContain('A map of the town')
    expect(text).toContain('logo large.png')
  }
})

it("pictures of an author's own slide are shown, its backgrounds too", async () => {
  const folder = scratch()
  const own = [
    '![bg right:40% Night sky](a.png)',
    '![w:200px Two cats](b.jpg "Cats")',
    '<img src="c.gif" alt="A wheel">',
    '<!-- _backgroundImage: url("d.webp") -->',
    '![bg](nowhere.png)',
    '![h:3cm Map of town](https://nowhere.example/map.png)',
  ]
  const file = guideIn(folder, `# T\n\n## S\n\n:::slide\n# Ours\n\n${own.join('\n\n')}\n:::\n`)
  for (const [name, bytes] of Object.entries(kinds)) writeFileSync(join(folder, 'talk', name), bytes)
  const run = await deckhand(['build', file, '--out', join(folder, 'out'), '--format', 'json'])
  expect(run.code, run.stderr).toBe(0)
  const built = (name: string) => readFileSync(join(folder, 'out/talk', name), 'utf8')
  const { findings } = JSON.parse(built('report.json')) as { findings: { code: string; line: number }[] }
  expect(findings).toMatchObject([
    { code: 'picture-missing', line: 5 },
    { code: 'picture-remote', line: 5 },
  ])
  for (const name of ['a.png', 'b.jpg', 'c.gif', 'd.webp'])
    expect(built('deck.md')).toContain(`media/${name}`)
  expect(built('deck.md')).toContain('<span class="missing">Picture: Map of town</span>')
  expect(built('deck.md')).not.toContain('nowhere')
  const types = [...built('deck.html').matchAll(/data:image\/(png|jpeg|gif|webp);base64/g)].map(
    ([, type]) => type,
  )
  expect([...new Set(types)].toSorted()).toEqual(['gif', 'jpeg', 'png', 'webp'])
})

it('--fetch asks nothing of this machine or its network', async () => {
  const folder = scratch()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end(png(3, 2))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const file = guideIn(folder, `# T\n\n![Ours](http://localhost:${port}/a.png)\n`)
  const build = (...more: readonly string[]) =>
    deckhand(['build', file, '--out', join(folder, 'out'), '--force', ...more], {
      env: { XDG_CACHE_HOME: '' },
    })
  const fetching = await build('--fetch')
  expect(fetching.code, fetching.stderr).toBe(0)
  expect(fetching.stderr).toContain('is not a web server of the public network')
  expect((await build()).stderr).toContain('build with --fetch')
  expect(asked).toEqual([])
})
