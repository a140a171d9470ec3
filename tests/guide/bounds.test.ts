import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfm } from 'micromark-extension-gfm'
import { expect, it } from 'vitest'
import { bounds } from '../../src/guide/bounds.js'
import { dollarMaths } from '../../src/guide/dollars.js'

const signs = fc.constantFrom(
  ...'` `` $ $$ ~ ~~ * ** _ [ ] ![ ]( ) < <!-- --> <? \\ a'.split(' '),
  ...'b c# #\n#\n\n#> #- #1. #    #|#| - |\n#---\n#```\n#[^1]#: '.split('#'),
)

it('watching the parser changes nothing of what it reads', () => {
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const parse = (watched: boolean) =>
        fromMarkdown(text, {
          extensions: [gfm(), dollarMaths(), ...(watched ? [bounds(text.split('\n'))] : [])],
          mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
        })
      expect(parse(true)).toEqual(parse(false))
    }),
    { numRuns: 2_000, seed: 6 },
  )
})
