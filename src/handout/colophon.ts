import type { Guide } from '../guide/index.js'
import type { Words } from '../words/index.js'

/** Who made it, on which terms, in which state: the lines at the end, plain text. */
export function colophonLines(guide: Guide, words: Words, hash: string): readonly string[] {
  const { authors, organization, license, date, version } = guide.frontMatter
  const made = [...authors, ...(organization ? [organization] : [])].join(', ')
  const state = [
    version ? words.say('version', { version }) : '',
    date ? words.date(date) : '',
    words.say('contentHash', { hash: hash.slice(0, 7) }),
  ].filter((text) => text !== '')
  return [made, license ? words.say('licence', { licence: license }) : '', state.join(' · ')].filter(
    (line) => line !== '',
  )
}
