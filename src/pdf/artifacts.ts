/** What a content stream draws, up to its last sign; text, strings and inline pictures as a whole. */
const DRAWING = new RegExp(
  [
    // Text.
    /(?<text>BT\b)/,
    // A path and what becomes of it; clipping alone draws nothing.
    /(?:(?:[-+]?[\d.]+\s+)+(?:m|l|c|v|y|re)\s+|h\s+)+(?:W\*?\s+)?(?<paint>[fFsSBb]\*?|n)(?=\s|$)/,
    /(?<form>\/[^\s/<>[\]()]+)\s+Do\b/,
    /\/[^\s/<>[\]()]+\s+sh\b/,
    /BI\s[^]*?\sEI(?=\s|$)/,
    // What is said of a stretch of drawing: its tag, or that it is none.
    /(?<begin>\/[^\s/<>[\]()]+\s*(?:<<(?:[^<>]|<[^<>]*>)*>>|\/[^\s/<>[\]()]+)?\s*(?:BDC|BMC)\b)/,
  ]
    .map((one) => one.source)
    .join('|'),
)
/** Begins, ends and texts that may hold their words; strings are passed over. */
const BRACKET = /\((?:[^\\()]|\\.)*\)|\b(?:BDC|BMC|EMC|BT|ET)\b/g

/**
 * Marks all that a content stream draws without a tag as an artifact: running heads, rules, backgrounds. Chromium
 * leaves it unmarked, which PDF/UA does not allow.
 * @param isTagged whether a form, by its name, holds tags itself
 */
export function markArtifacts(content: string, isTagged: (form: string) => boolean): string {
  const parts: string[] = []
  let done = 0
  // Its own, since looking into a form comes back here.
  const drawing = new RegExp(DRAWING, 'g')
  for (let found = drawing.exec(content); found; found = drawing.exec(content)) {
    const { text, paint, form, begin } = found.groups ?? {}
    const start = found.index
    let end = drawing.lastIndex
    if (begin !== undefined) drawing.lastIndex = endOf(content, end, 'EMC')
    if (text !== undefined) drawing.lastIndex = end = endOf(content, end, 'ET')
    if (begin !== undefined || paint === 'n' || (form !== undefined && isTagged(form.slice(1)))) continue
    parts.push(content.slice(done, start), '/Artifact BMC\n', content.slice(start, end), '\nEMC')
    done = end
  }
  return parts.length === 0 ? content : parts.join('') + content.slice(done)
}

/** Index behind the word that ends what began before `from`; marks may stand in marks. */
function endOf(content: string, from: number, word: 'EMC' | 'ET'): number {
  let depth = word === 'EMC' ? 1 : 0
  BRACKET.lastIndex = from
  for (let found = BRACKET.exec(content); found; found = BRACKET.exec(content)) {
    if (found[0] === 'BDC' || found[0] === 'BMC') depth++
    if (found[0] === 'EMC') depth--
    if (found[0] === word && depth === 0) return BRACKET.lastIndex
  }
  return content.length
}
