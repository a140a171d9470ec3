import { describe, expect, it } from 'vitest'
import { holds, witness } from '../../src/build/witness.js'
import { read, type FetchedPicture } from '../../src/guide/index.js'
import { memoryWorld } from '../support/memory-world.js'

const guide = '/guides/talk/guide.md'
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'
const files = {
  [guide]: '# Talk\n\n![a](a.svg)\n\n![b](b.svg)\n\n![up](/static.svg)\n',
  '/guides/talk/a.svg': svg,
}

async function testimoniesOf(world: ReturnType<typeof memoryWorld>, file = guide) {
  const heard = witness(world, file)
  await read(file, heard.world)
  return heard.testimonies()
}

describe('what reading a guide was told', () => {
  it('is the same when asked again of the same disk, and of the same files in another place', async () => {
    const told = await testimoniesOf(memoryWorld(files))
    expect(told.filter(({ asked }) => asked === 'file').map(({ of }) => of)).toEqual(['a.svg', 'guide.md'])
    expect(await holds(told, memoryWorld(files), guide)).toBe(true)
    const moved = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace('/guides', '/elsewhere'), text]),
    )
    expect(await holds(told, memoryWorld(moved), '/elsewhere/talk/guide.md')).toBe(true)
  })

  it.each([
    ['the guide is another', { ...files, [guide]: '# Talk\n' }],
    ['a picture is another', { ...files, '/guides/talk/a.svg': svg.replace('4', '5') }],
    ['a picture is gone', { [guide]: files[guide] as string }],
    ['a missing picture is there', { ...files, '/guides/talk/b.svg': svg }],
    ['a missing picture is there in capitals', { ...files, '/guides/talk/B.SVG': svg }],
    ['a picture is where the site has it', { ...files, '/guides/talk/public/static.svg': svg }],
  ])('is not the same once %s', async (_, changed) => {
    const told = await testimoniesOf(memoryWorld(files))
    expect(await holds(told, memoryWorld(changed), guide)).toBe(false)
  })

  it('does not depend on the order of the questions', async () => {
    const heard = witness(memoryWorld(files), guide)
    const { realPath, readFile } = heard.world
    await readFile('/guides/talk/a.svg', 100)
    await realPath(guide)
    const other = witness(memoryWorld(files), guide)
    await other.world.realPath(guide)
    await other.world.readFile('/guides/talk/a.svg', 100)
    await other.world.realPath(guide)
    expect(other.testimonies()).toEqual(heard.testimonies())
  })

  it('counts a picture from the network as the same, and one that could not be fetched as another', async () => {
    const asked = [guide, '# Talk\n\n![a](https://example.org/a.svg)\n'] as const
    const world = (picture: FetchedPicture) => ({
      ...memoryWorld({ [asked[0]]: asked[1] }),
      fetchPictures: async (urls: readonly string[]) => new Map(urls.map((url) => [url, picture])),
    })
    const fetched = await testimoniesOf(world({ bytes: Buffer.from(svg) }))
    expect(await holds(fetched, memoryWorld({ [guide]: asked[1] }), guide)).toBe(true)
    const failed = await testimoniesOf(world({ reason: 'the server did not answer' }))
    expect(await holds(failed, world({ bytes: Buffer.from(svg) }), guide)).toBe(false)
  })
})
