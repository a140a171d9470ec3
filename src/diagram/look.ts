// Colours of templates/shared/tokens.css, literal: a picture does not see the page's variables.
const INK = '#161616'
const INK_2 = '#454545'
const HAIR = '#C9C6C0'
const TINT = '#F4F2ED'
const PAPER = '#FFFFFF'
const RUBRIC = '#BC2F17'

/** The renderer's variables. Grey printing and 4.5:1 on white hold for all that is read. */
const COLOURS: Readonly<Record<string, string>> = {
  'var(--_text)': INK,
  'var(--_text-sec)': INK_2,
  'var(--_text-muted)': INK_2,
  'var(--_text-faint)': INK_2,
  'var(--_line)': INK_2,
  'var(--_arrow)': INK_2,
  'var(--_node-fill)': PAPER,
  'var(--_node-stroke)': INK,
  'var(--_group-fill)': PAPER,
  'var(--_group-hdr)': TINT,
  'var(--_inner-stroke)': HAIR,
  'var(--_key-badge)': TINT,
  'var(--bg)': PAPER,
  none: 'none',
}

const SANS =
  "'IBM Plex Sans', 'IBM Plex Sans Arabic', 'Noto Sans Hebrew', 'Script Sans', 'Noto Sans', 'Noto Emoji', sans-serif"
const MONO =
  "'IBM Plex Mono', 'IBM Plex Sans Arabic', 'Noto Sans Hebrew', 'Script Sans', 'Noto Emoji', monospace"

/** Labels of 13 px and of 11 px become 20.8 px and 17.6 px, which is the least that a slide shows. */
const ON_SLIDE = 1.6

interface Size {
  readonly width: number
  readonly height: number
}

/** How large a drawing is as the renderer made it, in CSS px: the size for paper. */
export function sizeOf(svg: string): Size | undefined {
  const [, width, height] = /^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const size = { width: Number(width), height: Number(height) }
  return size.width > 0 && size.height > 0 ? size : undefined
}

/** CSS px that a drawing of so many on the slide gets on paper, its labels near the size of the text. */
export function widthOnPaper(width: number): number {
  return Math.round(width / ON_SLIDE)
}

/** A drawing of the renderer's with the look's colours and fonts, in the size for a slide. */
export function inTheLook(svg: string): string {
  const { width, height } = sizeOf(svg) ?? { width: 1, height: 1 }
  const body = svg
    .replace(/^<svg [^>]*>\s*(?:<style>[^]*?<\/style>)?/, '')
    .replace(/(data-shape="diamond">\s*<polygon [^>]*?\bstroke=")var\(--_node-stroke\)/g, `$1${RUBRIC}`)
    .replace(/(<[a-zA-Z]+ [^>]*>)/g, (tag) => coloured(tag))
  const root = [
    'xmlns="http://www.w3.org/2000/svg"',
    `viewBox="0 0 ${width} ${height}"`,
    `width="${Math.round(width * ON_SLIDE)}"`,
    `height="${Math.round(height * ON_SLIDE)}"`,
    `font-family="${SANS}"`,
  ]
  return `<svg ${root.join(' ')}>\n<rect width="${width}" height="${height}" fill="${PAPER}"/>${body}`
}

/** An element with literal colours; what an author coloured gets the look's tint, and its words stay ink. */
function coloured(tag: string): string {
  const isText = /^<(?:text|tspan)\b/.test(tag)
  return tag
    .replace(/ (?:data-[\w-]+|style)="[^"]*"/g, '')
    .replace(/ fill="([^"]*)"/g, (_, fill: string) => ` fill="${COLOURS[fill] ?? (isText ? INK : TINT)}"`)
    .replace(/ stroke="([^"]*)"/g, (_, stroke: string) => ` stroke="${known(stroke)}"`)
    .replace(/ class="mono"/g, ` font-family="${MONO}"`)
    .replace(/ font-weight="500"/g, ' font-weight="400"')
}

function known(stroke: string): string {
  return stroke === RUBRIC ? RUBRIC : (COLOURS[stroke] ?? INK)
}
