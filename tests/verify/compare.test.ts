import { describe, expect, it } from 'vitest'
import { read, type Guide } from '../../src/guide/index.js'
import { compareEdition, guidesOf } from '../../src/verify/index.js'
import { memoryWorld } from '../support/memory-world.js'

const source = `---
title: Bread
---
# Bread

Before all sections.

## Dough {#dough}

Flour and water.

![A loaf](loaf.svg)

## Rest {#rest}

An hour.

## Oven {#oven}

Hot.
`

async function guideOf(text: string, picture = '<svg xmlns="http://www.w3.org/2000/svg"/>'): Promise<Guide> {
  const world = memoryWorld({ '/g/guide.md': text, '/g/loaf.svg': picture })
  const { guide } = await read('/g/guide.md', world)
  if (!guide) throw new Error('The guide cannot be read.')
  return guide
}

/** The differences between a guide and a later state of it, as "changed dough". */
async function since(later: string, picture?: string) {
  const [before, now] = [await guideOf(source), await guideOf(later, picture)]
  const { isSame, differences } = compareEdition({ hash: before.hash, sections: before.sectionHashes }, now)
  return [isSame, ...differences.map(({ what, id }) => `${what} ${id || '(start)'}`)]
}

describe('an edition and its guide', () => {
  it('match where nothing has changed, and where only blank lines and ends of lines have', async () => {
    expect(await since(source)).toEqual([true])
    expect(await since(source.replaceAll('\n', '\r\n'))).toEqual([true])
    expect(await since(source.replace('## Rest', '\n\n## Rest'))).toEqual([true])
  })

  it('differ in the section that was changed, and in no other', async () => {
    expect(await since(source.replace('An hour.', 'Two hours.'))).toEqual([false, 'changed rest'])
    expect(await since(source.replace('title: Bread', 'title: Buns'))).toEqual([false, 'changed (start)'])
    expect(await since(source.replace('Flour', 'Flour,\nsalt'))).toEqual([false, 'changed dough'])
  })

  it('differ in the section whose picture was changed', async () => {
    const other = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>'
    expect(await since(source, other)).toEqual([false, 'changed dough'])
  })

  it('differ by what is new, gone or moved', async () => {
    const [rest = '', oven = ''] = [/## Rest[^#]*{#rest}[^#]*/, /## Oven[^#]*{#oven}[^#]*/].map(
      (pattern) => pattern.exec(source)?.[0],
    )
    expect(await since(source.replace(rest, ''))).toEqual([false, 'gone rest'])
    expect(await since(`${source}\n## Butter {#butter}\n\nCold.\n`)).toEqual([false, 'new butter'])
    expect(await since(source.replace(oven, '').replace(rest, `${oven}${rest}`))).toEqual([
      false,
      'moved rest',
    ])
  })

  it('do not match where the edition says nothing of its sections', async () => {
    const guide = await guideOf(source)
    expect(compareEdition({ hash: 'ab', sections: [] }, guide)).toEqual({ isSame: false, differences: [] })
  })
})

describe('the guide of a PDF', () => {
  it('is sought where its report says, then by its name', () => {
    const report = JSON.stringify({ guide: 'talks/bread/guide.md' })
    expect(guidesOf('output/bread/handout.pdf', { report, name: 'bread' }).slice(0, 2)).toEqual([
      'talks/bread/guide.md',
      'content/bread/guide.md',
    ])
    expect(guidesOf('output/bread/handout.pdf', { report: '{' })[0]).toBe('content/bread/guide.md')
  })
})
