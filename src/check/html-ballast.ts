/**
 * Scripts, styles and pictures are nearly all of the file and have no words; to cut them off first is many times as
 * fast as to parse them.
 */
export function withoutBallast(html: string): string {
  return ['style', 'script'].reduce(withoutElement, html).replace(/="data:[^"]*"/g, '')
}

function withoutElement(html: string, name: string): string {
  const [opening, closing] = [`<${name}`, `</${name}>`]
  const parts: string[] = []
  let at = 0
  for (let start = html.indexOf(opening); start >= 0; start = html.indexOf(opening, at)) {
    parts.push(html.slice(at, start))
    const end = html.indexOf(closing, start)
    if (end < 0) return parts.join('')
    at = end + closing.length
  }
  return parts.join('') + html.slice(at)
}
