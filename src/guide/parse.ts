import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { defListFromMarkdown } from 'mdast-util-definition-list'
import { mathFromMarkdown } from 'mdast-util-math'
import { defList } from 'micromark-extension-definition-list'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import { escapedMaths } from './dialects/index.js'
import { dollarMaths } from './dollars.js'

const COLON = 58

/** Parses Markdown (CommonMark, GFM, maths, footnotes, container directives) to mdast. */
export function parse(
  text: string,
  { hasIndentedCode = true, hasDefinitions = false, hasEscapedMaths = false } = {},
): Root {
  return fromMarkdown(text, {
    extensions: [
      gfm(),
      dollarMaths(),
      containerDirectives(),
      ...(hasEscapedMaths ? [escapedMaths()] : []),
      ...(hasDefinitions ? [defList] : []),
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
