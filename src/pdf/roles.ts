/** Roles of tags that PDF 1.7 knows (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
  Figure Formula Form`.split(/\s+/),
)

/** What Chromium writes beside those, for which PDF 2.0 has a meaning. */
const NEWER: Readonly<Record<string, string>> = {
  Aside: 'Sect',
  DocumentFragment: 'Div',
  FENote: 'Div',
  Title: 'P',
  Artifact: 'NonStruct',
}

/** The role that stands for each of those that PDF 1.7 does not know; one for the line where nothing else is known. */
export function roleMap(roles: Iterable<string>): ReadonlyMap<string, string> {
  const newer = [...roles].filter((role) => !STANDARD.has(role)).toSorted()
  return new Map(newer.map((role) => [role, NEWER[role] ?? 'Span']))
}

export function isStandardRole(role: string): boolean {
  return STANDARD.has(role)
}
