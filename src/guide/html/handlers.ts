import type { Element, Nodes } from 'hast'
import type { Handle, State } from 'hast-util-to-mdast'
import type { PhrasingContent, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { image, picture } from './images.js'
import { maths, textOf } from './code.js'
import { definitions, list, strayItem } from './lists.js'
import { MARKS } from './names.js'
import { media } from './media.js'
import { asPhrasing, isPhrasing } from './phrasing.js'
import { carriedBy, marked } from './placeholders.js'
import type { Restore } from './restore.js'
import { table } from './table.js'

type Content = RootContent[]

/** How elements become Markdown nodes; where there is nothing here, hast-util-to-mdast knows. */
export function handlers(restore: Restore): Record<string, Handle> {
  const flow: Handle = (state, node) => state.toFlow(state.all(node))
  const text: Handle = (state, node) => textOf(state, node, restore)
  return {
    ...Object.fromEntries([...MARKS].map((tag) => [tag, mark])),
    span: mark,
    acronym: mark,
    strong: (state, node) => formatted('strong', state, node),
    b: (state, node) => formatted('strong', state, node),
    em: (state, node) => formatted('emphasis', state, node),
    i: (state, node) => formatted('emphasis', state, node),
    del: (state, node) => formatted('delete', state, node),
    s: (state, node) => formatted('delete', state, node),
    strike: (state, node) => formatted('delete', state, node),
    a: link,
    code: text,
    tt: text,
    pre: text,
    listing: text,
    xmp: text,
    p: paragraph,
    h1: heading(restore),
    h2: heading(restore),
    h3: heading(restore),
    h4: heading(restore),
    h5: heading(restore),
    h6: heading(restore),
    details,
    summary: paragraph,
    figure: (state, node) => figure(state, node),
    table: (state, node) => table(state, node, restore),
    img: image,
    image,
    picture,
    video: media,
    audio: media,
    iframe: media,
    object: media,
    embed: media,
    ul: list,
    ol: list,
    menu: list,
    dir: list,
    li: strayItem,
    dl: definitions,
    dt: paragraph,
    dd: flow,
    math: (state, node) => maths(state, node, restore),
    input: checkbox,
    select: choices,
    caption: paragraph,
    tr: flow,
    td: flow,
    th: flow,
  }
}

function mark(state: State, node: Element): Content {
  const children = state.all(node)
  const tag = node.tagName === 'acronym' ? 'abbr' : node.tagName
  const attributes = attributesOf(node)
  if (!children.every(isPhrasing) || (tag === 'span' && Object.keys(attributes).length === 0)) return children
  return [marked({ tag, attributes }, children)]
}

/** What an attribute says about the words; all others are about the page. */
function attributesOf({ tagName, properties }: Element): Record<string, string> {
  const { lang, dir, title } = properties
  return {
    ...(typeof lang === 'string' && /^[A-Za-z0-9-]{2,35}$/.test(lang) ? { lang } : {}),
    ...(typeof dir === 'string' && /^(ltr|rtl|auto)$/i.test(dir) ? { dir: dir.toLowerCase() } : {}),
    ...(typeof title === 'string' && /^(abbr|acronym|dfn)$/.test(tagName) && title.trim() !== ''
      ? { title: title.replace(/\s+/g, ' ').trim() }
      : {}),
  }
}

function formatted(type: 'strong' | 'emphasis' | 'delete', state: State, node: Element): Content {
  // Words of another language are often slanted: Markdown's emphasis could not say which.
  if ('lang' in attributesOf(node)) return mark(state, node)
  const children = state.all(node)
  if (children.length === 0 || !children.every(isPhrasing)) return children
  const result = { type, children } as RootContent
  state.patch(node, result)
  return [result]
}

/** A link around blocks goes into them. */
function link(state: State, node: Element): Content {
  const children = state.all(node)
  const { href, title } = node.properties
  if (typeof href !== 'string' || href.trim() === '') return children
  const linked = (inner: readonly RootContent[]): RootContent => {
    const named = typeof title === 'string' ? title : null
    const result: RootContent = {
      type: 'link',
      url: href.trim(),
      title: named,
      children: [...inner] as never,
    }
    state.patch(node, result)
    return result
  }
  if (children.length === 0) return []
  if (children.every(isPhrasing)) return [linked(children)]
  return state
    .toFlow(children)
    .map((block): RootContent =>
      block.type === 'paragraph' || block.type === 'heading'
        ? { ...block, children: [linked(block.children)] as PhrasingContent[] }
        : block,
    )
}

function paragraph(state: State, node: Element): Content {
  const children = state.all(node)
  if (!children.every(isPhrasing)) return state.toFlow(children)
  const blocks = state.toFlow(children)
  for (const block of blocks) state.patch(node, block)
  return blocks
}

function heading(restore: Restore): Handle {
  return (state, node) => {
    const children = asPhrasing(restore.restore(state.all(node)))
    if (children.length === 0) return []
    const depth = Number(node.tagName.charAt(1)) as 1
    const result: RootContent = { type: 'heading', depth, children }
    state.patch(node, result)
    return result
  }
}

/** A group with a title: its summary in bold, and what it hides. */
function details(state: State, node: Element): Content {
  const isSummary = (child: Nodes): child is Element =>
    child.type === 'element' && child.tagName === 'summary'
  const summary = node.children.find(isSummary)
  const others = node.children.filter((child) => child !== summary)
  const content = state.toFlow(state.all({ ...node, children: others }))
  if (!summary) return content
  const lead = state
    .toFlow(state.all(summary))
    .map((block) =>
      block.type === 'paragraph'
        ? { ...block, children: [{ type: 'strong', children: block.children.flatMap(plainOfStrong) }] }
        : block,
    )
  return [...(lead as Content), ...content]
}

function plainOfStrong(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'strong' ? node.children : [node]
}

/** A lone picture takes its caption's words; any other figure has them below it. */
function figure(state: State, node: Element): Content {
  const isCaption = (child: Nodes): child is Element =>
    child.type === 'element' && child.tagName === 'figcaption'
  const captions = node.children.filter(isCaption).map((child) => state.toFlow(state.all(child)))
  const content = state.toFlow(
    state.all({ ...node, children: node.children.filter((child) => !isCaption(child)) }),
  )
  const caption = captions.flat()
  const pictures = content.flatMap(picturesIn)
  const isPlain =
    caption.length === 1 && caption[0]?.type === 'paragraph' && caption[0].children.every(isWords)
  if (pictures.length === 1 && content.length === 1 && isPlain && pictures[0]?.type === 'image') {
    pictures[0].title = toString(caption)
    return content
  }
  return [...content, ...caption]
}

function picturesIn(node: RootContent): RootContent[] {
  if (node.type === 'image') return [node]
  return 'children' in node ? (node.children as Content).flatMap(picturesIn) : []
}

/** Whether a node has nothing to lose as plain text. */
function isWords(node: RootContent): boolean {
  if (carriedBy(node).standIn !== undefined || /link|image|math|html|code/i.test(node.type)) return false
  return !('children' in node) || (node.children as Content).every(isWords)
}

function checkbox(_: State, { properties }: Element): RootContent | undefined {
  if (properties.type !== 'checkbox') return undefined
  return { type: 'text', value: properties.checked ? '☑ ' : '☐ ' }
}

function choices(state: State, node: Element): Content {
  return optionsOf(node).flatMap((option, index): Content => {
    const content = state.all(option)
    return index > 0 ? [{ type: 'text', value: ', ' }, ...content] : content
  })
}

function optionsOf(node: Element): readonly Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'optgroup' ? optionsOf(child) : [child],
  )
}
