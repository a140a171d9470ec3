import { describe, expect, it } from 'vitest'
import { handoutHtml } from '../../src/handout/index.js'
import { elements, parseHtml, textOf } from './html.js'
import { contextFor, guideOf } from './sample-guide.js'

async function printed(source: string) {
  const guide = await guideOf(`# Guide\n\n## Section\n\n${source}\n`)
  return parseHtml(handoutHtml(guide, contextFor(guide)))
}

describe('HTML of a guide on paper', () => {
  it('keeps pictures within the size that it gives them', async () => {
    const tree = await printed(
      [
        '<img src="wide.svg" alt="a" width="120">',
        '<p><img src="wide.svg" alt="b" width="50%"></p>',
        '<img src="wide.svg" alt="c" width="2000">',
        'In a line <img src="loaf.svg" alt="d" width="32"> and <img src="loaf.svg" alt="e">.',
      ].join('\n\n'),
    )
    const widths = elements(tree, ({ tagName }) => tagName === 'img').map(({ properties }) => [
      properties.alt,
      properties.width,
    ])
    expect(widths).toEqual([
      ['a', 120],
      ['b', 223],
      ['c', 1152],
      ['d', 32],
      ['e', undefined],
    ])
  })

  it('prints no head that a table does not have', async () => {
    const tree = await printed('<table><tr><td>one</td><td>two</td></tr></table>')
    expect(elements(tree, ({ tagName }) => tagName === 'thead')).toEqual([])
    expect(textOf(tree)).toContain('one')
  })

  it('leads links to named places', async () => {
    const tree = await printed('[there](#spot)\n\n### Part\n\n<a name="spot"></a>\n\nHere it is.')
    const [link] = elements(tree, (element) => element.tagName === 'a' && textOf(element) === 'there')
    const id = String(link?.properties.href).slice(1)
    const [target] = elements(tree, ({ properties }) => properties.id === id)
    expect(target && textOf(target)).toContain('Here it is.')
  })

  it('closes every mark where its text ends', async () => {
    const tree = await printed('Open <kbd>never closed\n\nThe next paragraph.')
    const [mark] = elements(tree, ({ tagName }) => tagName === 'kbd')
    expect(mark && textOf(mark)).toBe('never closed')
  })

  it('has in a heading its words alone: pictures beside them are icons', async () => {
    const tree = await printed('### Words ![Sign](loaf.svg) ![Lost](gone.png)\n\nText.')
    const [heading] = elements(tree, ({ tagName }) => tagName === 'h3')
    expect(heading && textOf(heading).trim()).toBe('Words')
    const images = heading ? elements(heading, ({ tagName }) => tagName === 'img') : []
    expect(images.map(({ properties }) => properties.alt)).toEqual([''])
  })
})
