import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { defListFromMarkdown } from 'mdast-util-definition-list'
import { mathFromMarkdown } from 'mdast-util-math'
import { defList } from 'micromark-extension-definition-list'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import { bounds } from './bounds.js'
import { escapedMaths, renumber, type Lines } from './dialects/index.js'
import { dollarMaths } from './dollars.js'
import { spareCopies } from './edit-map.js'
import { boundLines, boundTree } from './excess.js'
import { TooMuch } from './limits.js'

const COLON = 58

spareCopies()

/**
 * Parses Markdown (CommonMark, GFM, maths, footnotes, container directives) to mdast, with the places of the source.
 * @throws TooMuch where it would take too long, or where the tree is too deep or too large for all that comes after
 */
export function parse(lines: Lines, options: ParseOptions = {}): Root {
  try {
    boundLines(lines.text)
    const root = parseBounded(lines.text, options)
    boundTree(root, 'markdown')
    renumber(root, lines)
    return root
  } catch (error) {
    throw error instanceof TooMuch ? error.at(lines.at) : error
  }
}

interface ParseOptions {
  readonly hasIndentedCode?: boolean
  readonly hasDefinitions?: boolean
  readonly hasEscapedMaths?: boolean
}

function parseBounded(
  lines: readonly string[],
  { hasIndentedCode = true, hasDefinitions = false, hasEscapedMaths = false }: ParseOptions,
): Root {
  return fromMarkdown(lines.join('\n'), {
    extensions: [
      gfm(),
      dollarMaths(),
      containerDirectives(),
      ...(hasEscapedMaths ? [escapedMaths()] : []),
      ...(hasDefinitions ? [defList] : []),
      bounds(lines),
      ...(hasIndentedCode ? [] : [{ disable: { null: ['codeIndented'] } }]),
    ],
    mdastExtensions: [
      gfmFromMarkdown(),
      mathFromMarkdown(),
      directiveFromMarkdown(),
      ...(hasDefinitions ? [defListFromMarkdown] : []),
    ],
  })
}

/** Containers alone: `a:b`, `9:am` and `::leaf` are literal text. */
function containerDirectives() {
  const flow = directive().flow?.[COLON]
  const container = Array.isArray(flow) ? flow[0] : flow
  if (!container) throw new Error('micromark-extension-directive has no container directive.')
  return { flow: { [COLON]: container } }
}
