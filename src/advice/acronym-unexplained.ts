import { finding, type Finding } from '../finding/index.js'
import { ledger, plainText, type Guide } from '../guide/index.js'
import { locate } from './locate.js'

/** Two to five capitals that stand alone, or with the s of a plural. */
const ACRONYM = /(?<![\p{L}\p{N}_@#$./&’'-])(\p{Lu}{2,5})s?(?![\p{L}\p{N}_/&-]|\.\p{L})/gu

/** Everyday ones, and what is written so in every text. */
const KNOWN = new Set(
  'OK TV PC CD DVD USB PDF QR ID US USA UK EU UN UNO AM PM BC AD BCE CE FAQ GPS SMS TODO NB PS CEO KB MB GB TB VS'.split(
    ' ',
  ),
)

/** Acronyms looked at: each is sought in the whole guide. */
const MOST = 200

/** Acronyms that a lay audience is never told the meaning of; each once, where it first stands. */
export function acronymsUnexplained(guide: Guide, lines: readonly string[]): readonly Finding[] {
  const entries = ledger(guide).filter(({ kind }) => kind !== 'code')
  const whole = entries.map(({ text }) => text).join('\n')
  const ordinary = new Set(whole.match(/\p{L}+/gu))
  const source = lines.join('\n')
  const prose = new Set(source.replace(/`[^`\n]+`/g, ' ').match(/\p{L}+/gu))
  const glossary = termsOf(guide)
  const seen = new Set<string>()
  return entries.flatMap(({ text, place }) =>
    acronymsIn(text).flatMap((acronym) => {
      if (seen.has(acronym) || seen.size >= MOST) return []
      seen.add(acronym)
      // A word that also stands there in small letters is only said loudly.
      const isLoud = ordinary.has(acronym.toLowerCase()) || ordinary.has(capitalised(acronym))
      const isCode = !prose.has(acronym) && !prose.has(`${acronym}s`)
      if (isLoud || isCode || glossary.has(acronym) || isExplained(acronym, whole, source)) return []
      return [finding('acronym-unexplained', { acronym }, locate(acronym, place, lines))]
    }),
  )
}

function acronymsIn(text: string): readonly string[] {
  // A whole line in capitals is loud, too.
  if (!/\p{Ll}|\p{Lo}/u.test(text) && /\s/.test(text)) return []
  return [...text.matchAll(ACRONYM)]
    .map((match) => match[1] ?? '')
    .filter((acronym) => !KNOWN.has(acronym) && !/^[IVXLCDM]+$/.test(acronym))
}

/** Whether the guide says what an acronym stands for, in one of the ways in which that is written. */
function isExplained(acronym: string, whole: string, source: string): boolean {
  const initials = [...acronym].map((letter) => `${letter}[\\p{L}’'-]+`)
  const ways = [
    // World Health Organization (WHO); WHO (World Health Organization)
    `\\p{L}[”"»]?\\s*[(（]\\s*(?:\\p{L}+ )?${acronym}s?\\s*[)）,;]`,
    `${acronym}s?\\s*[(（][^)）\\n]{0,200}?\\p{L}{4}`,
    // WHO — the World Health Organization; WHO stands for …
    `${acronym}s?\\s*(?:[—–=:：]|stands? for|means|is short for|steht für|significa|signifie)`,
    // The words themselves, with small ones between.
    initials.join('[\\s-]+(?:\\p{Ll}{1,4}\\s+){0,2}'),
  ]
  const marks = [`<abbr[^>]*>\\s*${acronym}s?\\s*<`, `^\\*\\[${acronym}\\]:`]
  return (
    ways.some((way) => new RegExp(`(?<![\\p{L}\\p{N}])${way}`, 'u').test(whole)) ||
    marks.some((mark) => new RegExp(mark, 'mu').test(source))
  )
}

/** The words of all terms of the guide's glossaries. */
function termsOf(guide: Guide): ReadonlySet<string> {
  const blocks = guide.sections.flatMap(({ parts }) => parts.flatMap((part) => part.blocks))
  const terms = [...(guide.introduction?.blocks ?? []), ...blocks].flatMap((block) =>
    block.kind === 'glossary' ? block.entries.map(({ term }) => plainText(term)) : [],
  )
  return new Set(terms.join(' ').match(/\p{L}+/gu))
}

function capitalised(word: string): string {
  return `${word[0]}${word.slice(1).toLowerCase()}`
}
