import type { Root } from 'mdast'
import type { Finding } from '../../finding/index.js'
import type { Kind } from '../front-matter/index.js'
import { withAttributeLists } from './attribute-lists.js'
import { withDefinitionLists } from './definition-lists.js'
import { mayHoldEmoji, withEmoji } from './emoji.js'
import { mayHoldEscapedMaths, withTrimmedMaths } from './escaped-maths.js'
import { LIST_TABLE, withListTables } from './list-tables.js'
import { withMarks, type Flavour } from './marks.js'
import { isMkdocs } from './mkdocs.js'
import { withPlainCaptions, withWholeRows } from './ragged-rows.js'
import { withRoles } from './roles.js'

/** What the tree of a page still holds of other tools becomes what a guide has. Changes the tree. */
export async function adaptTree(
  root: Root,
  {
    source,
    file,
    kind,
  }: { readonly source: string; readonly file: string; readonly kind?: Kind | undefined },
): Promise<readonly Finding[]> {
  if (/\{[:.#]/.test(source)) withAttributeLists(root)
  if (source.includes('}`')) withRoles(root)
  const flavour = flavourOf(source, kind)
  if (source.includes('==') || flavour) withMarks(root, flavour)
  withDefinitionLists(root)
  if (mayHoldEscapedMaths(source)) withTrimmedMaths(root)
  if (mayHoldEmoji(source)) await withEmoji(root)
  if (source.includes(LIST_TABLE)) withListTables(root)
  withPlainCaptions(root)
  return withWholeRows(root, file)
}

function flavourOf(source: string, kind: Kind | undefined): Flavour {
  if (kind === 'quarto' || kind === 'pandoc' || isPandocText(source)) return 'pandoc'
  return kind === 'mkdocs' || isMkdocs(source.split('\n')) ? 'mkdocs' : undefined
}

/** Divs with attributes, spans with classes and citations (no links to people, `[@ada](…)`) are Pandoc's alone. */
function isPandocText(source: string): boolean {
  return /^:{3,}\s*\{\s*[.#]|\]\{\.|\[@[\w:-]+(?:[,;]|\](?![([]))/m.test(source)
}
