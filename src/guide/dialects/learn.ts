import { lineKinds } from './code-lines.js'
import type { Lines } from './lines.js'

const IMAGE = /^\s*:::image\s/
const MARK = /^:{3}\s?(?:row|column|form|moniker|zone|row-end|column-end|image-end|moniker-end|zone-end)\b/
const CODE = /^\s*:::(?:code|video)\s/

/** Whether a text has the extensions of Microsoft Learn. */
export function mayHoldLearn(text: readonly string[]): boolean {
  return text.some((line) => line.includes(':::') && isMark(line.trim()))
}

/** Microsoft Learn's pictures (`:::image source="a.png":::`) as pictures; its rows, columns and zones as what they hold. */
export function withoutLearn(lines: Lines): Lines {
  const kinds = lineKinds(lines.text)
  const text = lines.text.map((line, index) => {
    if (kinds[index] !== 'prose' || !line.includes(':::')) return line
    if (!isMark(line.trim())) return line
    const source = IMAGE.test(line) ? valueOf(line, 'source') : undefined
    if (!source) return ''
    const alt = (valueOf(line, 'alt-text') ?? '').replace(/[[\]]/g, '\\$&')
    return `${/^\s*/.exec(line)?.[0]}![${alt}](<${source.replace(/[<>]/g, '')}>)`
  })
  return { ...lines, text }
}

/** A row of ours is a directive that spans lines; one of Learn's ends on its line, or is a zone. */
function isMark(line: string): boolean {
  if (!line.startsWith(':::')) return false
  const isWhole = line.endsWith(':::') && line.length > 6
  return (
    (isWhole && (IMAGE.test(line) || CODE.test(line) || MARK.test(line))) ||
    /^:::\s?(?:zone|moniker)(?:-end$|\s)/.test(line)
  )
}

function valueOf(attributes: string, key: string): string | undefined {
  return new RegExp(`\\b${key}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1]
}
