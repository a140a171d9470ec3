/** What a guide holds and no reader of the handout shall see, each with the reason; by construct, never by file. */
export interface NotShown {
  readonly construct: string
  readonly why: string
  /** Outside code; what it matches is taken out, its line breaks stay. */
  readonly pattern: RegExp
}

const attribute = String.raw`(?:[#.][^\s{}#.=]+|[\w:.-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)|qr|-)`

export const NOT_SHOWN: readonly NotShown[] = [
  {
    construct: 'comment',
    why: 'guide-format section 2: never shown anywhere',
    pattern: /<!--[^]*?(?:-->|$(?![^]))/g,
  },
  {
    construct: 'Liquid, Jinja or Handlebars tag',
    why: 'a template tag is never printed raw; a warning names it',
    pattern: /\{%[^]*?%\}|\{\{[^]*?\}\}/g,
  },
  {
    construct: 'maths',
    why: 'a formula is set as MathML: its letters are read aloud in as many ways as there are readers',
    pattern:
      /\$\$[^$]+\$\$|\\\[[^]*?\\\]|\\\([^]*?\\\)|(?<![\\$])\$(?=[^\s$])(?:\\\$|[^$\n]|\n(?!\s*\n))*?(?<=[^\s\\])\$(?![\d$])/g,
  },
  {
    construct: 'attribute list',
    why: 'it says how something is set, not what',
    pattern: new RegExp(String.raw`\{:?[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\}`, 'g'),
  },
]

/** Cells that R Markdown and Quarto run and show nothing of, as their author says: `include=FALSE`. */
export const HIDDEN_CELLS: readonly RegExp[] = [
  /^(`{3,})\{[^}\n]*\binclude\s*=\s*(?:FALSE|F)\b[^}\n]*\}[^]*?^\1`*[ \t]*$/gm,
  /^(`{3,})\{[^}\n]*\}[ \t]*\n(?:#\|[^\n]*\n)*#\| *include: *false[^]*?^\1`*[ \t]*$/gm,
]

/** Directives whose content is not for the participants' handout, by guide-format section 3. */
export const SECRET_DIRECTIVES: ReadonlySet<string> = new Set([
  'notes',
  'instructor',
  'instructor-note',
  'slide',
])

/** Held back as well where the front matter says `solutions: facilitator`. */
export const SOLUTION_DIRECTIVES: ReadonlySet<string> = new Set(['solution', 'answer'])

/** HTML elements that are left out with what they hold. */
export const LEFT_OUT_ELEMENTS =
  /<(script|style|iframe|object|embed|noscript|template|form|video|audio|canvas|svg|math|head|title|select|textarea)\b[^>]*>[^]*?(?:<\/\1\s*>|$(?![^]))/gi

/** What of the parser's tokens has no words on paper, with the reason. */
export const NOT_READ: Readonly<Record<string, string>> = {
  image: 'alternative text is for those who do not see the picture',
  emoji: 'a picture, not a word',
  footnote_ref: 'its number is made anew',
  footnote_anchor: 'made by the parser',
}
