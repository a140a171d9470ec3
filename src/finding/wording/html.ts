import { words } from './words.js'

/** HTML in a guide; each is told once a kind, with how often it was met. */
export const html = {
  'html-removed': words<{ tag: string; count: number }>({
    severity: 'warning',
    message: ({ tag, count }) => `HTML that a guide cannot hold was left out: <${tag}>${times(count)}.`,
    hint: () => 'Write what it should say in Markdown.',
  }),
  'html-unknown': words<{ tag: string; count: number }>({
    severity: 'warning',
    message: ({ tag, count }) =>
      `<${tag}> is not an element of HTML${times(count)}; the tag was left out and its content kept.`,
    hint: () => 'Where the tag itself is to be read, write it as `code`.',
  }),
  'html-word': words<{ tags: readonly string[]; count: number }>({
    severity: 'warning',
    message: ({ tags, count }) =>
      `${list(tags)} ${tags.length === 1 ? 'is' : 'are'} never closed${times(count)}; such tags were taken as text and stay as written.`,
    hint: ({ tags }) => `Write them as code, \`<${tags[0] ?? ''}>\`, which all readers show.`,
  }),
  'html-deep': words<{ count: number }>({
    severity: 'warning',
    message: ({ count }) =>
      `HTML is nested too deeply here: ${count === 1 ? 'a tag was' : `${count} tags were`} left out, their content kept.`,
  }),
  'html-unclosed': words<{ tag: string; count: number }>({
    severity: 'error',
    message: ({ tag }) => `<${tag}> is opened here and never closed: all that follows would belong to it.`,
    hint: ({ tag }) => `Close it with </${tag}>.`,
  }),
  'comment-unclosed': words<{ count: number }>({
    severity: 'error',
    message: () => 'The comment that opens here is never closed: all that follows would be hidden.',
    hint: () => 'Close it with -->.',
  }),
  'comment-text': words<{ count: number }>({
    severity: 'warning',
    message: ({ count }) => `This "<!--" is closed nowhere near${times(count)}; it was taken as text.`,
    hint: () => 'Close the comment with -->, or write the sign as `<!--`.',
  }),
  'link-unknown': words<{ name: string; count: number }>({
    severity: 'warning',
    message: ({ name, count }) =>
      `A link to "#${name}" names no heading or place of this guide${times(count)}; its words stay, without the link.`,
    hint: () =>
      'Link to a heading by its words in small letters, with hyphens for spaces, or give it an id: {#id}.',
  }),
  'link-unsafe': words<{ scheme: string; count: number }>({
    severity: 'warning',
    message: ({ scheme, count }) =>
      `A link to "${scheme}:" leads to no page${times(count)}; its words stay, without the link.`,
    hint: () => 'Link to an address with https:, or to a file beside the guide.',
  }),
}

const MOST_NAMED = 5

function list(tags: readonly string[]): string {
  const named = tags.slice(0, MOST_NAMED).map((tag) => `<${tag}>`)
  return tags.length > MOST_NAMED ? `${named.join(', ')} …` : named.join(', ')
}

function times(count: number): string {
  return count > 1 ? ` (${count} times; the first is here)` : ''
}
