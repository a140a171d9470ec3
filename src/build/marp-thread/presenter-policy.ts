import { createHash } from 'node:crypto'

const HEAD = '<head>'
const OPENING = '<script>'
const END = '</script></body></html>'

/**
 * Puts a Content-Security-Policy into the presenter's HTML: whatever a guide may have slipped in, the browser runs no
 * script but marp-cli's own and ours, and asks nothing of the network. marp-cli's is the last thing in the file and
 * stands there as it was shipped, so its hash names it and no other.
 * @param ours the texts of our own scripts
 * @throws Error (a bug of ours) where marp-cli's HTML has another shape
 */
export function withPolicy(html: string, ...ours: readonly string[]): string {
  const start = html.lastIndexOf(OPENING)
  if (!html.includes(HEAD) || start < 0 || !html.trimEnd().endsWith(END)) {
    throw new Error("marp-cli's HTML does not end with its script.")
  }
  const script = html.slice(start + OPENING.length, html.lastIndexOf(END))
  // The charset comes first, since browsers look for it in the first 1,024 bytes alone, and a title may be long.
  const metas = `<meta charset="UTF-8"><meta http-equiv="Content-Security-Policy" content="${policy([...ours, script])}">`
  return html.replace(HEAD, () => HEAD + metas)
}

function policy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    // The presenter's view and the overview show the file itself in a frame.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
