import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checksums, deckhand, scratch } from '../support/cli.js'

const sections = ['One', 'Two', 'Three'].map(
  (title) => `## ${title}\n\n${'A sentence that fills a line or so of the page. '.repeat(90)}\n`,
)
const source = `# Talk\n\n${sections.join('\n')}`
const longer = source.replace('## Two', `${'A sentence that fills more lines. '.repeat(400)}\n\n## Two`)

const withoutReport = (folder: string) => ({ ...checksums(folder), 'talk/report.json': '' })

it('pages of the last build are a guess: true or false, the outputs are those of a first build', async () => {
  const folder = scratch()
  mkdirSync(join(folder, 'talk'))
  const build = async (text: string, out: string): Promise<void> => {
    writeFileSync(join(folder, 'talk', 'guide.md'), text)
    const run = await deckhand(['build', 'talk', '--force', '--out', out], { cwd: folder })
    expect(run.code, run.stderr).toBe(0)
  }
  const pages = (out: string) =>
    (
      JSON.parse(readFileSync(join(folder, out, 'talk', 'report.json'), 'utf8')) as {
        made: { pages: object }
      }
    ).made.pages
  await build(longer, 'fresh')
  await build(source, 'again')
  expect(pages('again')).not.toEqual(pages('fresh'))
  await build(longer, 'again')
  expect(pages('again')).toEqual(pages('fresh'))
  expect(withoutReport(join(folder, 'again'))).toEqual(withoutReport(join(folder, 'fresh')))
  await build(longer, 'again')
  expect(withoutReport(join(folder, 'again'))).toEqual(withoutReport(join(folder, 'fresh')))
})

it('pages that nobody can have written are passed over', async () => {
  const folder = scratch()
  mkdirSync(join(folder, 'talk'))
  mkdirSync(join(folder, 'out', 'talk'), { recursive: true })
  writeFileSync(join(folder, 'talk', 'guide.md'), '# Talk\n\n## One\n\nA sentence.\n')
  const report = { outputs: [], made: { pages: { one: 'many', two: -3 }, feet: {} } }
  writeFileSync(join(folder, 'out', 'talk', 'report.json'), JSON.stringify(report))
  const run = await deckhand(['build', 'talk', '--out', 'out'], { cwd: folder })
  expect(run.code, run.stderr).toBe(0)
})
