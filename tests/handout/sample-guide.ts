import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, type Guide } from '../../src/guide/index.js'
import type { HandoutContext, SlideReference } from '../../src/handout/index.js'
import { loadTemplates } from '../../src/templates/index.js'
import { wordsFor } from '../../src/words/index.js'
import { memoryWorld } from '../support/memory-world.js'

const drawing = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="200"><rect width="9" height="9"/></svg>`

/** A guide from its source; it may show loaf.svg and wide.svg. */
export async function guideOf(source: string): Promise<Guide> {
  const file = '/guides/sample/guide.md'
  const files = {
    [file]: source,
    '/guides/sample/loaf.svg': drawing(300),
    '/guides/sample/wide.svg': drawing(1152),
  }
  const { guide } = await read(file, memoryWorld(files), 'guide.md')
  if (!guide) throw new Error('The sample guide cannot be read.')
  return guide
}

/** The guide of sample.md, which holds every kind of block once. */
export function sampleGuide(): Promise<Guide> {
  return guideOf(readFileSync(join(import.meta.dirname, 'sample.md'), 'utf8'))
}

const templates = await loadTemplates({ folder: 'handout' })

export function contextFor(guide: Guide, more: Partial<HandoutContext> = {}): HandoutContext {
  return {
    templates,
    words: wordsFor(guide.lang),
    fontCss: '',
    formula: (tex) => `<math><mtext>${tex.replace(/[<&]/g, '')}</mtext></math>`,
    hash: 'a3f9c21d00000000',
    ...more,
  }
}

/** One slide of a section or part, without notes unless given. */
export function slide(number: number, more: Partial<SlideReference>): SlideReference {
  return { number, id: `slide-${number}`, title: `Slide title ${number}`, notes: [], ...more }
}
