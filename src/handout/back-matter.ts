import { blockViews, inColumn } from './blocks.js'
import { colophonLines } from './colophon.js'
import type { Edition } from './edition.js'
import { footnoteViews } from './footnote-views.js'
import { glossariesOf, glossaryRest } from './glossary.js'
import { inlineHtml } from './inline.js'
import type { HandoutContext } from './context.js'
import { pageNumber } from './page-number.js'
import { sayHtml } from './phrases.js'
import { qrSvg, readableAddress } from '../look/index.js'
import { backHeight, type BackPart } from './estimate.js'
import { packed } from './sheets.js'
import { ends, hasSolutions, solutionsOf } from './visible.js'

/** What stands after the last section, in the groups that share pages, and the running head of each. */
export function backMatter(edition: Edition) {
  const { guide, links, words } = edition
  const views = {
    solutions: solutionsView(edition),
    glossary: glossaryView(edition),
    links: linksView(edition),
  }
  const present = (['solutions', 'glossary', 'links'] as const).filter((name) => views[name])
  const groups = packed<BackPart>(present, (name) => backHeight(name, guide, links) * edition.scale)
  const pageOf = (name: BackPart): string => groups.find((group) => group.includes(name))?.[0] ?? ''
  const setting = (name: BackPart) => ({ page: pageOf(name), isFollowing: pageOf(name) !== name })
  return {
    solutions: views.solutions && { ...views.solutions, ...setting('solutions') },
    glossary: views.glossary && { ...views.glossary, ...setting('glossary') },
    links: views.links && { ...views.links, ...setting('links') },
    heads: groups.map((group) => [group[0] ?? '', group.map((name) => words.say(name)).join(', ')] as const),
    lastPage: groups.at(-1)?.[0],
  }
}

/** The solutions by exercise, with its number and page; undefined where the edition has none. */
export function solutionsView(edition: Edition) {
  const { guide, words, context } = edition
  if (!hasSolutions(guide)) return undefined
  return {
    id: ends.solutions,
    title: words.say('solutions'),
    solutions: solutionsOf(guide).map(({ solution, exercise }) => ({
      id: solution.id,
      exercise,
      title: exercise ? words.say('solutionOf', { n: exercise.number }) : words.say('solution'),
      label: solution.title ? inlineHtml(solution.title, edition) : '',
      page: exercise
        ? sayHtml(words, 'exerciseOnPage', { n: pageNumber(exercise.id, context.pages, words) })
        : '',
      blocks: blockViews(solution.blocks, edition, inColumn),
    })),
    footnotes: footnoteViews(edition, ends.solutions),
  }
}

/** Every glossary as one table; undefined where the guide has none. */
export function glossaryView(edition: Edition) {
  const { guide, words } = edition
  const glossaries = glossariesOf(guide)
  if (glossaries.length === 0) return undefined
  return {
    id: ends.glossary,
    title: words.say('glossary'),
    word: words.say('word'),
    meaning: words.say('meaning'),
    glossaries: glossaries.map(({ id, entries }) => ({
      id,
      entries: entries.map((entry) => ({
        id: entry.id,
        term: inlineHtml(entry.term, edition),
        meaning: inlineHtml(entry.meaning, edition),
      })),
    })),
    blocks: blockViews(glossaryRest(glossaries), edition, inColumn),
  }
}

/** The guide's own address, then every address that it links to; undefined where there is none. */
export function linksView(edition: Edition) {
  const { guide, words, links, context } = edition
  const { url } = guide.frontMatter
  const own = url && /^https?:/i.test(url) ? url : undefined
  if (!own && links.length === 0) return undefined
  return {
    id: ends.links,
    title: words.say('links'),
    own: own
      ? {
          url: own,
          pieces: addressPieces(own, context.canPrint),
          qr: qrSvg(own),
          hint: words.say('scanOrType'),
        }
      : undefined,
    links: links.map(({ number, url: address, text, hasQr }) => ({
      number,
      url: address,
      text,
      pieces: addressPieces(address, context.canPrint),
      qr: hasQr ? qrSvg(address) : '',
    })),
  }
}

/** Who made it, on which terms. */
export function colophonView({ guide, words, context }: Edition) {
  return { lines: colophonLines(guide, words, context.hash) }
}

/** An address cut after the marks where a line may break. */
function addressPieces(url: string, canPrint: HandoutContext['canPrint']): readonly string[] {
  return readableAddress(url, canPrint).split(/(?<=[/?&=#])(?=[^/])/)
}
