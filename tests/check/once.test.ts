import { describe, expect, it } from 'vitest'
import { checkArtefacts, onceEach } from '../../src/check/index.js'
import { finding } from '../../src/finding/index.js'
import { bake } from './bread.js'

const at = (line: number) => ({ file: 'guide.md', line, column: 1 })
const lost = { what: 'section', text: 'Baking', artefact: 'handout.pdf' }

describe('what is lost is told once', () => {
  it('by what says most of it', () => {
    const section = finding('section-missing', lost, at(3))
    const leak = finding('words-leaked', lost, at(3))
    const other = finding('words-missing', lost, at(9))
    const all = [
      finding('heading-missing', lost, at(3)),
      finding('bookmark-missing', lost, at(3)),
      section,
      leak,
      other,
      finding('words-missing', { ...lost, artefact: 'facilitator.pdf' }, at(9)),
    ]
    expect(onceEach(all)).toEqual([section, leak, other])
  })

  it('where a part is gone from the deck, in all that is made of it', () => {
    const { deckPdf: _pdf, ...made } = bake()
    const told = checkArtefacts({
      ...made,
      deckMarkdown: (made.deckMarkdown ?? '').replace(/^#+ Kneading.*$/m, ''),
    })
    expect(told.map(({ code }) => code)).toEqual(['heading-missing'])
  })
})
