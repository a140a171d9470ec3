import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskWorld } from '../../src/build/world.js'
import { locate } from '../../src/picture/index.js'
import { scratch } from '../support/cli.js'

/** A site's folder with files; gives what an address in docs/guide.md leads to, from the root on. */
function site(...names: readonly string[]) {
  const root = join(scratch(), 'site')
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), 'x')
  }
  mkdirSync(join(root, 'docs'), { recursive: true })
  const find = async (src: string) => {
    const located = await locate(src, join(root, 'docs'), root, diskWorld)
    return 'found' in located ? { ...located, found: located.found.slice(root.length + 1) } : located
  }
  return { root, find }
}

describe('a picture is looked for', () => {
  it.each([
    ['beside the guide', 'docs/a.png', 'a.png'],
    ['above the guide', 'img/a.png', '../img/a.png'],
    ['behind percent escapes', 'docs/a b.png', 'a%20b.png'],
    ['by a name that holds a percent sign', 'docs/100%.png', '100%.png'],
    ['by a name that looks escaped', 'docs/a%20b.png', 'a%20b.png'],
    ['without its query and fragment', 'docs/a.png', 'a.png?raw=true#x'],
    ['by a name that holds a number sign', 'docs/c#.png', 'c#.png'],
    ['behind backslashes', 'docs/img/a.png', 'img\\a.png'],
    ['from the site’s root', 'img/a.png', '/img/a.png'],
    ['in the site’s static/', 'static/img/a.png', '/img/a.png'],
    ['in the site’s public/', 'public/a.png', '/a.png'],
    ['in the static/ of a site within a repository', 'docs/static/a.png', '/a.png'],
    ['by a name in Chinese', 'docs/图片.png', '图片.png'],
    ['by a name in Chinese, escaped', 'docs/图片.png', encodeURI('图片.png')],
  ])('%s', async (_, file, src) => {
    expect(await site(file).find(src)).toEqual({ found: file })
  })

  it('in either Unicode form', async () => {
    const name = 'docs/Übersicht é.png'
    expect(await site(name.normalize('NFD')).find('Übersicht é.png'.normalize('NFC'))).toEqual({
      found: name.normalize('NFD'),
    })
    expect(await site(name.normalize('NFC')).find('Übersicht é.png'.normalize('NFD'))).toEqual({
      found: name.normalize('NFC'),
    })
  })

  it('in another letter case, which is told', async () => {
    const { find } = site('docs/Img/Foo.PNG')
    expect(await find('img/foo.png')).toEqual({ found: 'docs/Img/Foo.PNG', nameOnDisk: 'Foo.PNG' })
    expect(await find('img/bar.png')).toEqual({ missing: true })
  })

  it('below the root alone, whatever a link or a path says', async () => {
    const { root, find } = site('docs/a.png', 'inside.png')
    writeFileSync(join(root, '../secret.png'), 'x')
    symlinkSync('../../secret.png', join(root, 'docs/link.png'))
    symlinkSync('../..', join(root, 'docs/up'))
    symlinkSync('../inside.png', join(root, 'docs/good.png'))
    symlinkSync('nowhere.png', join(root, 'docs/broken.png'))
    symlinkSync('round.png', join(root, 'docs/round.png'))
    for (const src of ['link.png', 'up/secret.png', '../../secret.png', 'LINK.png', '..\\..\\secret.png']) {
      expect(await find(src), src).toEqual({ outside: 'site' })
    }
    expect(await find('good.png')).toEqual({ found: 'inside.png' })
    for (const src of ['broken.png', 'round.png', '/etc/passwd', 'a.png\0', `${'x'.repeat(5000)}.png`]) {
      expect(await find(src), src).toEqual({ missing: true })
    }
  })
})
