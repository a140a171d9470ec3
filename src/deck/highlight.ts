import { escapeHtml } from './html.js'

interface Grammar {
  /** Source of a regular expression for comments. */
  readonly comment: string
  /** Of strings, in which neither comments nor keywords are looked for. */
  readonly string: string
  readonly keywords: ReadonlySet<string>
}

const QUOTED = `"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'`
const TEMPLATE = '`(?:[^`\\\\]|\\\\[^])*`'
const SLASHES = '//[^\\n]*|/\\*[^]*?(?:\\*/|$)'
// Not in "$#" or "a#b".
const HASH = '(?<![^\\s;(])#[^\\n]*'

function grammar(comment: string, string: string, keywords: string): Grammar {
  return { comment, string, keywords: new Set(keywords.split(' ')) }
}

const C_WORDS =
  'abstract async await break case catch class const continue default do else enum export extends final finally for ' +
  'function if implements import in instanceof interface let new null of package private protected public return ' +
  'static super switch this throw throws try typeof var void while with yield true false'

const GRAMMARS: readonly (readonly [names: string, grammar: Grammar])[] = [
  [
    'js javascript jsx mjs cjs ts typescript tsx',
    grammar(SLASHES, `${QUOTED}|${TEMPLATE}`, `${C_WORDS} type as satisfies readonly undefined`),
  ],
  [
    'java kotlin kt scala swift cs csharp dart php',
    grammar(
      SLASHES,
      QUOTED,
      `${C_WORDS} fun val when object override func guard struct using namespace foreach int boolean string bool`,
    ),
  ],
  [
    'c h cpp c++ hpp cc',
    grammar(
      SLASHES,
      QUOTED,
      'auto bool break case char class const continue default delete do double else enum extern false float for goto if int long namespace new nullptr private public return short signed sizeof static struct switch template this true typedef typename union unsigned using virtual void while',
    ),
  ],
  [
    'go golang',
    grammar(
      SLASHES,
      `${QUOTED}|${TEMPLATE}`,
      'break case chan const continue default defer else fallthrough for func go if import interface map nil package range return select struct switch type var true false',
    ),
  ],
  [
    'rust rs',
    grammar(
      SLASHES,
      '"(?:[^"\\\\]|\\\\.)*"',
      'as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while',
    ),
  ],
  [
    'py python',
    grammar(
      HASH,
      `"""[^]*?"""|'''[^]*?'''|${QUOTED}`,
      'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield None True False',
    ),
  ],
  [
    'rb ruby',
    grammar(
      HASH,
      QUOTED,
      'alias and begin break case class def do else elsif end ensure false for if in module next nil not or require rescue return self super then true unless until when while yield',
    ),
  ],
  [
    'sh bash zsh shell console',
    grammar(
      HASH,
      `"(?:[^"\\\\]|\\\\[^])*"|'[^']*'`,
      'case do done elif else esac export fi for function if in local return select then until while',
    ),
  ],
  [
    'r',
    grammar(
      HASH,
      QUOTED,
      'break else FALSE for function if in Inf NA next NULL repeat return TRUE while library',
    ),
  ],
  [
    'yaml yml toml ini conf dockerfile docker makefile make properties',
    grammar(HASH, QUOTED, 'true false null FROM RUN COPY CMD ENTRYPOINT ENV WORKDIR EXPOSE ARG'),
  ],
  [
    'sql',
    grammar(
      '--[^\\n]*|/\\*[^]*?(?:\\*/|$)',
      QUOTED,
      'select from where and or not in is null insert into values update set delete create table drop alter join left right inner outer on group by order having limit as distinct union primary key SELECT FROM WHERE AND OR NOT IN IS NULL INSERT INTO VALUES UPDATE SET DELETE CREATE TABLE DROP ALTER JOIN LEFT RIGHT INNER OUTER ON GROUP BY ORDER HAVING LIMIT AS DISTINCT UNION PRIMARY KEY',
    ),
  ],
  [
    'lua',
    grammar(
      '--[^\\n]*',
      QUOTED,
      'and break do else elseif end false for function if in local nil not or repeat return then true until while',
    ),
  ],
  ['css scss less', grammar('/\\*[^]*?(?:\\*/|$)', QUOTED, '')],
  ['html xml svg', grammar('<!--[^]*?(?:-->|$)', '"[^"]*"', '')],
  ['json jsonc', grammar(SLASHES, '"(?:[^"\\\\\\n]|\\\\.)*"', 'true false null')],
]

/**
 * Code as HTML with its comments and keywords told apart, which is all that the look asks for.
 * '' for a language that is not known, so that markdown-it writes it plain.
 */
export function highlight(code: string, language: string): string {
  const found = GRAMMARS.find(([names]) => names.split(' ').includes(language.toLowerCase()))?.[1]
  if (!found) return ''
  const token = new RegExp(`(${found.comment})|(${found.string})|([\\p{L}_$][\\p{L}\\p{N}_$]*)`, 'gu')
  let html = ''
  let end = 0
  for (const match of code.matchAll(token)) {
    const [text, comment, , word] = match
    html += escapeHtml(code.slice(end, match.index))
    end = match.index + text.length
    const kind = comment ? 'comment' : word && found.keywords.has(word) ? 'keyword' : undefined
    html += kind ? `<span class="${kind}">${escapeHtml(text)}</span>` : escapeHtml(text)
  }
  return html + escapeHtml(code.slice(end))
}
