import { plainText, type Guide } from '../guide/index.js'
import { linksView, solutionsView } from './back-matter.js'
import type { HandoutContext } from './context.js'
import { answersEdition } from './edition.js'
import { titleHtml } from './inline.js'
import { pageRules } from './running-lines.js'
import { shortened } from '../look/index.js'
import { stylesOf } from './styles.js'
import { solutionsOf } from './visible.js'

// Characters of the running head that stand in the middle of the band.
const HEAD = 34

/**
 * The answer key as one HTML document, ready to print: the solutions by the number of their exercise, for the
 * facilitator alone. It cites the pages of the participants' edition. Undefined where the guide has no solution.
 */
export function answersHtml(guide: Guide, context: HandoutContext): string | undefined {
  if (solutionsOf(guide).length === 0) return undefined
  const { words, templates, handoutPages } = context
  const edition = answersEdition(guide, { ...context, ...(handoutPages ? { pages: handoutPages } : {}) })
  const title = shortened(plainText(guide.title), HEAD)
  const lines = {
    head: words.say('answerKey'),
    headOf: new Map([['answers', title]]),
    headEnd: words.say('notForHandingOut'),
  }
  const place = { page: 'auto', isFollowing: true }
  const [solutions, links] = [solutionsView(edition), linksView(edition)]
  return templates.render('answers', {
    lang: guide.lang,
    dir: guide.dir,
    title: `${plainText(guide.title)} (${words.say('answerKey')})`,
    style: stylesOf(context, guide, pageRules(guide, words, context.hash, lines), ['facilitator']),
    label: words.say('answerKey'),
    heading: titleHtml(guide.title, edition),
    solutions: solutions && { ...solutions, ...place },
    links: links && { ...links, ...place },
  })
}
