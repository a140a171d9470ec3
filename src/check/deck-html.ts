import { fromHtml } from 'hast-util-from-html'
import type { Element, ElementContent, Nodes, Root } from 'hast'
import { withoutBallast } from './html-ballast.js'
import { isElement, textBlocks } from './html-text.js'

export interface HtmlHeading {
  readonly level: number
  readonly text: string
}

export interface HtmlSlide {
  readonly headings: readonly HtmlHeading[]
  /** The words of each block, in order. */
  readonly blocks: readonly string[]
}

/** What marp-cli's HTML holds. */
export interface DeckHtml {
  readonly slides: readonly HtmlSlide[]
  readonly notes: readonly string[]
}

/** Reads the slides and their notes out of marp-cli's HTML (its "bespoke" template). */
export function readDeckHtml(html: string): DeckHtml {
  const root = fromHtml(withoutBallast(html))
  const slides: HtmlSlide[] = []
  const notes: string[] = []

  function visit(node: Root | Element): void {
    for (const child of node.children) {
      if (!isElement(child)) continue
      if (isNote(child)) notes.push(textBlocks(child).join('\n'))
      else if (child.tagName === 'svg' && 'dataMarpitSvg' in child.properties) slides.push(readSlide(child))
      else if (child.tagName === 'section') slides.push(readSlide(child))
      else visit(child)
    }
  }

  visit(root)
  return { slides, notes }
}

function readSlide(slide: Element): HtmlSlide {
  const headings: HtmlHeading[] = []
  const sections = slide.tagName === 'section' ? [slide] : slide.children.flatMap(foreignSections)

  function visit(node: Element): void {
    const level = /^h([1-6])$/.exec(node.tagName)
    if (level) headings.push({ level: Number(level[1]), text: textBlocks(node).join(' ') })
    else node.children.filter(isElement).forEach(visit)
  }

  sections.forEach(visit)
  return { headings, blocks: sections.flatMap((section) => textBlocks(section)) }
}

/** A slide with a picture behind it has several layers, each in an object of its own; the picture's has no words. */
function foreignSections(node: ElementContent): readonly Element[] {
  const inner = isElement(node) ? node.children.filter(isElement) : []
  return inner.filter(
    ({ tagName, properties }) =>
      tagName === 'section' && properties['dataMarpitAdvancedBackground'] !== 'background',
  )
}

function isNote(node: Nodes): boolean {
  const classes = isElement(node) ? node.properties.className : undefined
  return Array.isArray(classes) && classes.includes('bespoke-marp-note')
}
