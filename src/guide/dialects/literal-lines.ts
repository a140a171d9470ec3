/** Blanks, and the marks of the quotations and list items that a line stands in. */
export const MARKS = String.raw`(?:\s|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*`

const CODE = new RegExp(String.raw`^(${MARKS})(\`{3,}|~{3,})(.*)$`)
const PREFIX = new RegExp(`^${MARKS}`)
const COMMENT = new RegExp(String.raw`^${MARKS}<!--`)

/** What is open, and the quotation or list item that it ends with. */
interface Open {
  /** The fence of code; absent for a comment. */
  readonly fence?: string
  readonly quotes: number
  readonly column: number
  /** A comment in the middle of a paragraph is none where the paragraph ends first. */
  readonly endsWithParagraph: boolean
}

/** Tells of each line, in order, whether it stands in fenced code or in a comment, where marks mean nothing. */
export function literalLines(): (line: string) => 'code' | 'comment' | undefined {
  let open: Open | undefined
  return (line) => {
    if (open && isOutside(line, open)) open = undefined
    const before = open
    if (before && isEnd(line, before)) open = undefined
    if (before) return before.fence === undefined ? 'comment' : 'code'
    open = opened(line)
    return open?.fence === undefined ? undefined : 'code'
  }
}

function opened(line: string): Open | undefined {
  const [, marks = '', fence = '', info = ''] = CODE.exec(line) ?? []
  if (fence && !(fence.startsWith('`') && info.includes('`')))
    return { fence, ...containerOf(marks), endsWithParagraph: false }
  const start = line.lastIndexOf('<!--')
  if (start < 0 || line.includes('-->', start)) return undefined
  return { ...containerOf(PREFIX.exec(line)?.[0] ?? ''), endsWithParagraph: !COMMENT.test(line) }
}

function containerOf(marks: string): Pick<Open, 'quotes' | 'column'> {
  const isItem = /[-*+.)]\s*$/.test(marks)
  return { quotes: marks.split('>').length - 1, column: isItem ? marks.length : 0 }
}

function isEnd(line: string, { fence }: Open): boolean {
  if (fence === undefined) return line.includes('-->')
  const [, , mark = '', rest = ''] = CODE.exec(line) ?? []
  return mark.startsWith(fence) && rest.trim() === ''
}

/** Whether a line no longer stands in the quotation or list item in which something was opened. */
function isOutside(line: string, { quotes, column, endsWithParagraph }: Open): boolean {
  const [marks = ''] = /^[\s>]*/.exec(line) ?? []
  if (marks.split('>').length - 1 < quotes) return true
  const isBlank = marks.length === line.length
  return isBlank ? endsWithParagraph : column > 0 && marks.length < Math.min(column, 2)
}
