const TEXT = /<text\b[^>]*>([^]*?)<\/text>/g
const BOXES = /<g class="(?:node|actor|class-node|entity)"[^>]*>[^]*?<\/g>/g

/** The texts of a drawing as a reader sees them, in the order of the drawing. */
export function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(TEXT)].map((match) => plain(match[1] ?? '')).filter((text) => text !== '')
}

/** Its texts, those of boxes first, each once. */
export function labelsOf(svg: string): readonly string[] {
  const boxes = (svg.match(BOXES) ?? []).flatMap(textsOf)
  return [...new Set([...boxes, ...textsOf(svg)])]
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

function plain(markup: string): string {
  return markup
    .replace(/<\/tspan>\s*<tspan[^>]*\bdy=/g, ' <tspan ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => SIGNS[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
