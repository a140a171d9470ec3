import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskWorld } from '../../src/build/world.js'
import { read, type World } from '../../src/guide/index.js'
import { png } from '../picture/bytes.js'
import { guideIn, scratch } from '../support/cli.js'

async function readAt(file: string) {
  const { guide, findings } = await read(file, diskWorld, 'guide.md')
  return { guide, told: findings.map(({ code, message }) => `${code}: ${message}`) }
}

describe('pictures of a guide', () => {
  it('have the media type of their bytes, whatever their name', async () => {
    const folder = scratch()
    const file = guideIn(folder, '# T\n\n![a](a.jpg)\n\n![b](b.png)\n')
    writeFileSync(join(folder, 'talk/a.jpg'), png(3, 2))
    writeFileSync(join(folder, 'talk/b.png'), '<!doctype html><p>Not found')
    const { guide, told } = await readAt(file)
    expect(guide?.assets.get('a.jpg')).toMatchObject({ name: 'a.png', mediaType: 'image/png' })
    expect(told).toEqual([
      'picture-refused: The picture "b.png" was not read (it is a web page, not a picture); a labelled box stands in its place.',
    ])
  })

  it('are ordinary files of a bounded size', async () => {
    const folder = scratch()
    const names = ['pipe.png', 'zero.png', 'folder.png', 'huge.png', 'empty.png']
    const file = guideIn(folder, `# T\n\n${names.map((name) => `![x](${name})\n\n`).join('')}`)
    const beside = (name: string) => join(folder, 'talk', name)
    execFileSync('mkfifo', [beside('pipe.png')])
    symlinkSync('/dev/zero', beside('zero.png'))
    mkdirSync(beside('folder.png'))
    writeFileSync(beside('huge.png'), png(3, 2))
    truncateSync(beside('huge.png'), 10_000_000_000)
    writeFileSync(beside('empty.png'), '')
    const { told } = await readAt(file)
    expect(told.map((one) => one.replace(/ [aA] labelled box.*/, ''))).toEqual([
      'picture-refused: The picture "pipe.png" was not read (it is not an ordinary file);',
      'picture-refused: The picture "zero.png" was not read (it lies outside of the folder "talk");',
      'picture-refused: The picture "folder.png" was not read (it is not an ordinary file);',
      'picture-too-large: The picture "huge.png" was not read: it has 10000 MB; at most 25 MB are read.',
      'picture-broken: The picture "empty.png" cannot be shown: the file is empty.',
    ])
  })

  it('may not fill the disk by being shown often', async () => {
    const folder = scratch()
    const shown = '![x](big.png)\n\n'
    const file = guideIn(folder, `# T\n\n${shown.repeat(11)}`)
    const big = Buffer.concat([png(3, 2), Buffer.alloc(20_000_000)])
    writeFileSync(join(folder, 'talk/big.png'), big)
    expect((await readAt(file)).told).toEqual([
      'picture-too-large: The picture "big.png" was not read: all pictures of a guide together may have 200 MB. A labelled box stands in its place.',
    ])
    writeFileSync(file, `# T\n\n${shown.repeat(9)}`)
    expect((await readAt(file)).told).toEqual([])
  })

  it('may be addressed in another case, with a warning', async () => {
    const folder = scratch()
    const file = guideIn(folder, '# T\n\n![a](foo.png)\n')
    writeFileSync(join(folder, 'talk/Foo.PNG'), png(3, 2))
    const { guide, told } = await readAt(file)
    expect(guide?.assets.get('foo.png')).toMatchObject({ state: 'read' })
    expect(told).toEqual([
      'picture-case: The picture "foo.png" is named "Foo.PNG"; other systems would not find it.',
    ])
  })

  it('come from the network where that is asked for, and a reason where they do not', async () => {
    const file = guideIn(
      scratch(),
      '# T\n\n![a](https://a.example/x%20y?v=1)\n\n![b](//b.example/b.png)\n\n![c](ftp://c.example/c.png)\n',
    )
    const asked: string[] = []
    const world: World = {
      ...diskWorld,
      async fetchPictures(urls) {
        asked.push(...urls)
        return new Map(urls.map((url, index) => [url, index === 0 ? { bytes: png(3, 2) } : { reason: 'no' }]))
      },
    }
    const { guide, findings } = await read(file, world, 'guide.md')
    expect(asked).toEqual(['https://a.example/x%20y?v=1', '//b.example/b.png'])
    expect(guide?.assets.get('https://a.example/x%20y?v=1')).toMatchObject({ name: 'x-y.png', width: 3 })
    expect(findings.map(({ code }) => code)).toEqual(['picture-not-fetched', 'picture-refused'])
    expect((await readAt(file)).told.map((one) => one.split(':')[0])).toEqual([
      'picture-remote',
      'picture-remote',
      'picture-refused',
    ])
  })

  it('may stand in their own address', async () => {
    const address = `data:image/png;base64,${Buffer.from(png(3, 2)).toString('base64')}`
    const folder = scratch()
    const { guide, told } = await readAt(
      guideIn(folder, `# T\n\n![a](${address})\n\n![b](data:text/html,<p>)\n`),
    )
    expect(guide?.assets.get(address)).toMatchObject({ state: 'read', mediaType: 'image/png', width: 3 })
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('picture-refused')
  })
})

describe('a guide that cannot be read', () => {
  it('is a finding, and nothing is waited for', async () => {
    const folder = scratch()
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    symlinkSync('round.md', join(folder, 'round.md'))
    writeFileSync(join(folder, 'huge.md'), '# T\n')
    truncateSync(join(folder, 'huge.md'), 10_000_000_000)
    const told = async (name: string) => (await readAt(join(folder, name))).told
    expect(await told('pipe.md')).toEqual([
      'source-unreadable: "guide.md" cannot be read: it is not an ordinary file.',
    ])
    expect(await told('round.md')).toEqual([
      'source-unreadable: "guide.md" cannot be read: its symbolic links lead in a circle.',
    ])
    expect(await told('nowhere.md')).toEqual(['source-missing: There is no guide at "guide.md".'])
    expect(await told('huge.md')).toEqual([
      'source-too-large: The file has 10000 MB; a guide may have at most 10 MB.',
    ])
  })
})
