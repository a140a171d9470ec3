/** CSS counter styles of `Intl` numbering systems, so that generated numbers match the written ones. */
const COUNTER_STYLES: Readonly<Record<string, string>> = {
  arab: 'arabic-indic',
  arabext: 'persian',
  beng: 'bengali',
  deva: 'devanagari',
  gujr: 'gujarati',
  guru: 'gurmukhi',
  khmr: 'khmer',
  knda: 'kannada',
  laoo: 'lao',
  mlym: 'malayalam',
  mong: 'mongolian',
  mymr: 'myanmar',
  orya: 'oriya',
  tamldec: 'tamil',
  telu: 'telugu',
  thai: 'thai',
  tibt: 'tibetan',
}

/** The CSS counter style that writes numbers as the language does. */
export function counterStyle(lang: string): string {
  return COUNTER_STYLES[new Intl.NumberFormat(lang).resolvedOptions().numberingSystem] ?? 'decimal'
}
