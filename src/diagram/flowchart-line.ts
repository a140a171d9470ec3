// `A--yes-->B`, whose label has no dash in it.
const LABELLED = /(?<![-<])--(?!-)\s*([^-=>|\s][^-=>|]*?)\s*-->/g

// Labels are passed over; an arrow is as long as its author likes, and may have its label behind it.
const LABEL_OR_ARROW =
  /("[^"]*"|\[[^\]]*\]|\([^()]*\)|\{[^}]*\}|\|[^|]*\|)|(<?)(-{2,}>|={2,}>|-\.+->|-{3,}|={3,}|-\.+-)\s*(\|[^|]*\|)?/g

/** A line of a flowchart in the one spelling that the renderer reads, out of those that Mermaid allows. */
export function spelledOut(line: string): string {
  // A box that is named alone, and was named before, would stand outside of the group that it is named in.
  if (line !== 'end' && /^[\w-]+$/.test(line)) return `${line}[${line}]`
  return line
    .replace(LABELLED, '-->|$1|')
    .replace(LABEL_OR_ARROW, (whole, label?: string, start = '', arrow = '', behind = '') =>
      label === undefined ? ` ${start}${shortened(arrow)}${behind} ` : whole,
    )
    .replace(/ {2,}/g, ' ')
}

function shortened(arrow: string): string {
  return arrow
    .replace(/^(?:-{2,}>)$/, '-->')
    .replace(/^(?:={2,}>)$/, '==>')
    .replace(/^-\.+/, '-.')
    .replace(/^(?:-{3,})$/, '---')
    .replace(/^(?:={3,})$/, '===')
}
