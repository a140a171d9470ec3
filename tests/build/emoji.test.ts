import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPdf } from '../../src/pdf/index.js'
import { deckhand, guideIn, scratch } from '../support/cli.js'

it('emoji are drawn by a font that comes along, and of it only what is used is embedded', async () => {
  const folder = scratch()
  const guide = guideIn(
    folder,
    '# Done 🎉\n\n## Well ✅\n\n- A rocket 🚀\n- A heart ❤️\n- Thumbs 👍🏽\n- A book 📖\n\n| On its own |\n| --- |\n| ⚽ |\n',
  )
  const { code, stderr } = await deckhand(['build', guide, '--out', join(folder, 'out')])
  expect([code, stderr.match(/warning.*/g)]).toEqual([0, null])
  for (const name of ['deck.pdf', 'handout.pdf', 'facilitator.pdf']) {
    const { pages } = await readPdf(readFileSync(join(folder, 'out/talk', name)))
    expect(pages.flatMap(({ boxed }) => [...boxed])).toEqual([])
  }
  const html = readFileSync(join(folder, 'out/talk/deck.html'), 'utf8')
  expect(html.match(/font-family: 'Noto Emoji'/g)?.length).toBeLessThan(7)
})
