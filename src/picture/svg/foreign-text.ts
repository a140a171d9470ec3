/** Words of HTML inside an SVG (labels of Mermaid and others), for browsers and printers that take SVG alone. */
export interface ForeignText {
  /** An element of the HTML begins or ends. */
  breakAt(element: string): void
  add(text: string): void
  /** As SVG text in the middle of where the HTML stood; empty where it had no words. */
  write(escape: (text: string) => string): string
}

const NEW_LINE = new Set(['br', 'div', 'p', 'li', 'tr', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** @param attributes of the foreignObject */
export function createForeignText(attributes: ReadonlyMap<string, string>): ForeignText {
  const number = (name: string) => Number.parseFloat(attributes.get(name) ?? '') || 0
  const lines = ['']
  return {
    breakAt(element) {
      if (NEW_LINE.has(element.toLowerCase())) lines.push('')
    },
    add(text) {
      lines[lines.length - 1] += text
    },
    write(escape) {
      const said = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
      if (said.length === 0) return ''
      const x = number('x') + number('width') / 2
      const y = number('y') + number('height') / 2
      const spans = said.map((line, index) => {
        const dy = index === 0 ? `${(1 - said.length) * 0.6}em` : '1.2em'
        return `<tspan x="${x}" dy="${dy}">${escape(line)}</tspan>`
      })
      return `<text x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central">${spans.join('')}</text>`
    },
  }
}
