import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPdf } from '../../src/pdf/file.js'
import { readPdf } from '../../src/pdf/index.js'
import { generatedGuide } from '../bench/generated-guide.js'
import { deckhand, guideIn, scratch } from '../support/cli.js'

test.each([
  ['of one word', 'Bread', 1, 3, ['handout.pdf', 'deck.pdf', 'facilitator.pdf']],
  ['of 120 pages', generatedGuide(7, 23_500), 120, 140, ['handout.pdf']],
])(
  'a guide %s prints small, accessible PDFs with all their fonts',
  async (_, source, fewest, most, names) => {
    const folder = scratch()
    const run = await deckhand([
      'build',
      guideIn(folder, source),
      '--out',
      join(folder, 'out'),
      '--only',
      names.join(),
    ])
    expect(run.code, run.stderr).toBe(0)
    expect(run.stderr).not.toMatch(/link-nowhere|page-number-wrong|pdf-not-accessible/)
    for (const name of names) {
      const bytes = readFileSync(join(folder, 'out/talk', name))
      const { pages, faults, links, outline, headings } = await readPdf(bytes)
      if (name === 'handout.pdf') {
        expect(pages.length).toBeGreaterThanOrEqual(fewest)
        expect(pages.length).toBeLessThanOrEqual(most)
        expect(outline.map(({ title }) => title)).toEqual(headings.map(({ text }) => text))
      }
      expect(faults).toEqual([])
      expect(links.filter(({ to, address }) => to === undefined && address === undefined)).toEqual([])
      expect(bytes.length).toBeLessThan(250_000 + 40_000 * pages.length)
      const fonts = fontsOf(bytes)
      expect(fonts.length).toBeGreaterThan(0)
      expect(fonts.filter(({ kind, isEmbedded }) => kind === 'Type3' || !isEmbedded)).toEqual([])
    }
  },
)

function fontsOf(bytes: Uint8Array) {
  const file = openPdf(bytes)
  const size = Number(file.trailer.get('Size'))
  return Array.from({ length: size }, (_, object) => file.dictionary({ object })).flatMap((dictionary) => {
    const type = JSON.stringify(dictionary.get('Type'))
    if (type !== '{"name":"Font"}' || dictionary.has('DescendantFonts')) return []
    const descriptor = file.dictionary(dictionary.get('FontDescriptor'))
    const { name: kind } = dictionary.get('Subtype') as { readonly name: string }
    return [{ kind, isEmbedded: [...descriptor.keys()].some((key) => key.startsWith('FontFile')) }]
  })
}
