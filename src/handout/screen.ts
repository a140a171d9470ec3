import { createHash } from 'node:crypto'
import { plainText, type Guide } from '../guide/index.js'
import { colophonView, glossaryView, linksView, solutionsView } from './back-matter.js'
import type { HandoutContext } from './context.js'
import { screenEdition, type Edition } from './edition.js'
import { escapeHtml } from './escape.js'
import { firstPageView, isIntroductionOnFirstPage } from './first-page.js'
import { footnoteViews } from './footnote-views.js'
import { keyPointsPage } from './key-points-page.js'
import { partView, sectionView } from './section.js'
import { screenStyles } from './screen-styles.js'
import { ends } from './visible.js'

/** Stands in the markup for the policy, which names the hashes of the styles in it. */
const POLICY = 'deckhand-policy'

/** Ids of the screen's own parts; a guide's own ids hold no colon of this kind. */
const TEXT = 'screen:text'
const CONTENTS = 'screen:contents'

/**
 * The participants' edition as one file for phones and screen readers: no script, nothing of the network, the colours
 * of the reader's system. It cites the pages of the printed one, for a room that reads both.
 */
export function screenHtml(guide: Guide, context: HandoutContext): string {
  const edition = screenEdition(guide, context)
  const { words, templates } = context
  const keyPoints = keyPointsPage(edition)
  const html = templates.render('screen', {
    lang: guide.lang,
    dir: guide.dir,
    title: plainText(guide.title),
    policy: POLICY,
    style: screenStyles(guide, context),
    textId: TEXT,
    skip: words.say('skipToText'),
    head: { ...firstPageView(edition, keyPoints !== undefined), contentsId: CONTENTS },
    keyPoints,
    introduction: guide.introduction
      ? {
          id: ends.introduction,
          isOnFirstPage: isIntroductionOnFirstPage(guide),
          label: words.say('introduction'),
          notes: '',
          part: partView(guide.introduction, edition, true),
          footnotes: footnoteViews(edition, ends.introduction),
        }
      : undefined,
    sections: guide.sections.map((section) => ({
      ...sectionView(section, edition, true),
      // They say on which page, which a screen has not.
      exercises: [],
    })),
    ...backOf(edition),
    colophon: { ...colophonView(edition), page: 'auto' },
  })
  return html.replace(POLICY, () => escapeHtml(policyOf(html)))
}

function backOf(edition: Edition) {
  const { words } = edition
  const place = { page: 'auto', isFollowing: true }
  const [solutions, glossary, links] = [solutionsView(edition), glossaryView(edition), linksView(edition)]
  return {
    solutions: solutions && {
      ...solutions,
      ...place,
      solutions: solutions.solutions.map((one) => ({
        ...one,
        page: one.exercise ? wayBack(one.exercise, words.say('exercise', { n: one.exercise.number })) : '',
      })),
    },
    glossary: glossary && { ...glossary, ...place },
    links: links && { ...links, ...place },
  }
}

function wayBack({ id }: { readonly id: string }, text: string): string {
  return `<a href="#${escapeHtml(id)}">${escapeHtml(text)}</a>`
}

/** Pictures and fonts that the file holds itself, its own styles, and nothing else: no script, no address, no form. */
function policyOf(html: string): string {
  const styles = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    `style-src-elem ${styles.join(' ')}`,
    // Columns say how many they are, formulas how wide.
    "style-src-attr 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
