import { basename } from 'node:path'

/** A picture's address as a finding shows it. */
export function shortSource(src: string): string {
  return src.length > 80 ? `${src.slice(0, 77)}…` : src
}

/** What a box calls a picture that has no alternative text: the name of its file. */
export function pictureName(src: string): string {
  if (/^data:/i.test(src)) return (/^data:([\w/+.-]*)/i.exec(src)?.[1] ?? '').toLowerCase()
  const name = basename(src.replace(/[?#].*$/s, '').replaceAll('\\', '/')) || src
  return [...unescaped(name)].slice(0, 60).join('')
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
