import { expect, it } from 'vitest'
import { guideName } from '../../src/guide/index.js'

it.each([
  ['/a/talk.md', 'talk'],
  ['/a/my-walk/guide.md', 'my-walk'],
  ['/a/my walk/README.md', 'my-walk'],
  ['/a/..hidden.md', 'hidden'],
  ['/a/.../guide.md', 'guide'],
  ['/a/a:b*c?.md', 'a-b-c-'],
  ['/a/CON.md', 'CON-guide'],
  ['/a/nul.tar.md', 'nul-guide.tar'],
  ['/a/lpt1/guide.md', 'lpt1-guide'],
  ['/a/console.md', 'console'],
  ['/a/ends.in.dots...md', 'ends.in.dots'],
  ['/a/line\nbreak\u001b[2J.md', 'line-break-[2J'],
  ['/a/left\u202egnp.exe.md', 'left-gnp.exe'],
  ['/a/\\..\\..\\x.md', '-..-..-x'],
  ['/a/שיעור ראשון.md', 'שיעור-ראשון'],
])('the output of %j is in %s', (path, name) => {
  expect(guideName(path)).toBe(name)
})

it('is short enough for every file system, and never leads out of the output folder', () => {
  for (const letter of ['a', 'é', '水', '😀', '.', '..']) {
    const name = guideName(`/a/${letter.repeat(250)}.md`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
    expect(name).not.toMatch(/^\.|[/\\]/)
    expect(name).not.toBe('')
  }
})
