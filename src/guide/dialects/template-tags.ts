import { finding, type Finding } from '../../finding/index.js'
import { LITERAL_BRACE } from './tag-blocks.js'
import { lineEnds, mapProse } from './prose.js'
import type { Lines } from './lines.js'
import { STRUCTURE, callOf, mayHoldTags, tagsOf, type Call, type Family, type Tag } from './tags.js'

/** What became of the tags of one kind that were left out. */
interface Told {
  count: number
  readonly example: string
  readonly line: number
  readonly column: number
}

/**
 * Takes template tags out of prose: addresses and pictures that they hold are kept, and so are the words between tags
 * and those handed to them as a title or a text. The rest is told once a kind.
 * @param substitutions words that the page's front matter gives for `{{ name }}`
 */
export function withoutTemplateTags(
  lines: Lines,
  file: string,
  substitutions: ReadonlyMap<string, string>,
): { lines: Lines; findings: readonly Finding[] } {
  const told = new Map<Family, Told>()
  const changed = mapProse(lines, (run, line) => {
    if (!mayHoldTags(run)) return run
    const tell = (tag: Tag) => {
      const known = told.get(tag.family)
      if (known) known.count++
      else told.set(tag.family, { count: 1, example: shown(run, tag), ...placeIn(run, tag.from, line) })
    }
    return replaceTags(run, substitutions, tell)
  })
  const text = changed.text.map((line) => line.replaceAll(LITERAL_BRACE, '{'))
  const findings = [...told].map(([family, { count, example, line, column }]) =>
    finding('template-tag', { family, count, example }, { file, line, column }),
  )
  return { lines: { ...changed, text }, findings }
}

function replaceTags(
  run: string,
  substitutions: ReadonlyMap<string, string>,
  tell: (tag: Tag) => void,
): string {
  const result: string[] = []
  /** The last characters of the result: enough to see an address open. */
  let tail = ''
  const put = (text: string) => {
    result.push(text)
    tail = (tail + text).slice(-300)
  }
  let copied = 0
  let until: 'raw' | 'comment' | undefined
  for (const tag of tagsOf(run)) {
    const call = callOf(tag.inner)
    const ends = until !== undefined && call.isClosing && call.name === until
    if (until && !ends) continue
    putBetween(run.slice(copied, tag.from))
    copied = tag.to
    const lost = lineEnds(run.slice(tag.from, tag.to))
    const endsEmphasis = /^[*_]+(?:[\s.,;:!?)]|$)/.test(run.slice(copied, copied + 10))
    if (ends || (!call.isClosing && isVerbatim(call.name) && tag.family === 'Liquid tag')) {
      until = ends ? undefined : (call.name as 'raw' | 'comment')
      put(lost)
      continue
    }
    const isAddress = inAddress(tail)
    const value = isAddress ? addressOf(tag, call, substitutions) : textOf(tag, call, substitutions)
    if (value === undefined) tell(tag)
    // An attribute that a tag alone gives a value still needs one.
    const isAttribute = !isAddress && /<[^<>]*=\s*$/.test(tail)
    const kept = isAttribute ? '""' : (value ?? '').replace(/\s+/g, ' ')
    if (kept === '' && endsEmphasis) result.push((result.pop() ?? '').replace(/ $/, ''))
    put(kept + lost)
    // Without the tag, a blank would stand inside of the emphasis, which would then be none.
    if (kept === '' && /(?:^|[\s(])[*_]+$/.test(tail) && run[copied] === ' ') copied++
    if (tail.endsWith('](') && run[copied] === ')') put('#')
  }
  putBetween(run.slice(copied))
  return result.join('')

  function putBetween(text: string): void {
    if (until === 'comment') put(lineEnds(text))
    else put(until === 'raw' ? text.replaceAll('{', LITERAL_BRACE) : text)
  }
}

function isVerbatim(name: string): boolean {
  return name === 'raw' || name === 'comment'
}

/** Whether a text ends inside the address of a link, a picture, a definition or an HTML attribute. */
function inAddress(before: string): boolean {
  return /\]\(<?[^()\s]*$|^\s*\[[^\]\n]+\]:\s*<?\S*$|\s(?:src|href|srcset|poster)\s*=\s*["'][^"'<>]*$/m.test(
    before,
  )
}

/** The path or address that a tag gives; empty for the root of the site. */
function addressOf(tag: Tag, call: Call, substitutions: ReadonlyMap<string, string>): string | undefined {
  const known = substitutions.get(tag.inner)
  if (known !== undefined) return known
  const { name, positional, named } = call
  if (/^(?:link|post_url|ref|relref|static|url|asset_path|asset|image_url|absurl|relurl)$/.test(name)) {
    return (named.get('path') ?? positional[0] ?? '').replaceAll(' ', '%20')
  }
  const quoted = /["']([^"']*)["']/.exec(tag.inner)?.[1]
  if (tag.family !== 'Liquid tag' && quoted !== undefined && !/^\s*(?:if|with|range)\b/.test(tag.inner)) {
    return quoted.replaceAll(' ', '%20')
  }
  return /^\/?[$.]?(?:site|page|root|base|include|config|assets?|relative|prefix|path|process|env)[\w.-]*/i.test(
    tag.inner,
  )
    ? ''
    : undefined
}

/** Filters that leave a text the text that it is. */
const HARMLESS =
  /^(?:\|\s*(?:relative_url|absolute_url|markdownify|escape|safe|strip|prepend|append|t)\b[^|]*)*$/

/** What a tag prints; undefined where that cannot be known. */
function textOf(tag: Tag, call: Call, substitutions: ReadonlyMap<string, string>): string | undefined {
  const known = substitutions.get(tag.inner)
  if (known !== undefined) return known
  if (tag.family === 'template comment' || /^(?:!--|\/\w)/.test(tag.inner)) return ''
  if (tag.family === 'template expression') {
    const literal = /^(?:"([^"]*)"|'([^']*)')\s*([^]*)$/.exec(tag.inner)
    return literal && HARMLESS.test(literal[3] as string) ? (literal[1] ?? literal[2]) : undefined
  }
  if (tag.family === 'Hugo shortcode' && /^\/\*[^]*\*\/$/.test(tag.inner)) {
    return `${LITERAL_BRACE}${LITERAL_BRACE}< ${tag.inner.slice(2, -2).trim()} >}}`
  }
  return tag.family === 'ERB or EJS tag' ? undefined : calledText(call)
}

/** Arguments whose value is there to be read. */
const WORDS = 'title caption text content label summary message body description heading attr'.split(' ')

function calledText(call: Call): string | undefined {
  const { name, positional, named, isClosing } = call
  if (isClosing) return ''
  const words = WORDS.flatMap((key) => named.get(key)?.trim() || [])
  const picture = pictureOf(call)
  if (picture) return picture
  switch (name) {
    case 'ref':
    case 'relref':
      return positional[0]
    case 'youtube':
    case 'video':
    case 'vimeo':
    case 'embed': {
      const address =
        named.get('url') ?? named.get('src') ?? videoAddress(name, named.get('id') ?? positional[0])
      return address && [...words, `<${address}>`].join(' ')
    }
    case 'kbd':
      return positional.length > 0 ? `<kbd>${positional.join(' ')}</kbd>` : undefined
    case 'tab':
      return tabTitle(named.get('title') ?? named.get('name') ?? named.get('header') ?? positional[0])
  }
  return words.length > 0 || STRUCTURE.has(name) ? words.join(' ') : undefined
}

function tabTitle(title: string | undefined): string | undefined {
  return title ? `**${title.replace(/[*_\\]/g, '\\$&')}**` : undefined
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i

/** `figure src=…`, `img …`, `include image.html url=…`: a picture of Markdown. */
function pictureOf({ name, positional, named }: Call): string | undefined {
  const src = ['src', 'url', 'file', 'path', 'image', 'image_path', 'link']
    .map((key) => named.get(key))
    .find((one) => PICTURE.test(one ?? ''))
  const first = /^(?:figure|fig|img|image|picture|asset_img)$/.test(name)
    ? positional.find((one) => PICTURE.test(one))
    : undefined
  const address = src ?? first
  if (!address) return undefined
  const bracketed = (text: string) => text.replace(/[[\]\\]/g, '\\$&')
  const caption = named.get('caption') ?? named.get('title')
  const alt = named.get('alt') ?? named.get('description') ?? ''
  const title = caption && caption !== alt ? ` "${caption.replace(/["\\]/g, '\\$&')}"` : ''
  return `![${bracketed(alt || (caption ?? ''))}](<${address.replace(/[<>\n]/g, '')}>${title})`
}

function videoAddress(name: string, id: string | undefined): string | undefined {
  if (!id || !/^[\w:/.?=&%-]+$/.test(id)) return undefined
  if (/^https?:/.test(id)) return id
  if (name === 'youtube') return `https://www.youtube.com/watch?v=${id}`
  return name === 'vimeo' ? `https://vimeo.com/${id}` : undefined
}

function shown(run: string, { from, to }: Tag): string {
  const tag = run
    .slice(from, to)
    .replace(/[\uFDD0-\uFDD2]\d*/g, '')
    .replace(/\s+/g, ' ')
  return tag.length > 50 ? `${tag.slice(0, 50)}…` : tag
}

function placeIn(run: string, offset: number, line: number): { line: number; column: number } {
  const before = run.slice(0, offset)
  const start = before.lastIndexOf('\n') + 1
  return { line: line + lineEnds(before).length, column: offset - start + 1 }
}
