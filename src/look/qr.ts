import { encode } from 'uqr'

/**
 * A QR code as SVG, hidden from readers, since the address stands beside it. Its quiet zone is the white of the page,
 * which the stylesheet keeps: so its edge stands on the margin's edge.
 */
export function qrSvg(text: string): string {
  return svg(text, 'class="qr" aria-hidden="true"')
}

/** A QR code as a picture of its own, for slides: `px` wide and high, in black whatever the page's colours are. */
export function qrPicture(text: string, px: number): string {
  return svg(text, `width="${px}" height="${px}"`)
}

function svg(text: string, attributes: string): string {
  const { data, size } = encode(text, { border: 0, ecc: 'M' })
  const runs = data.flatMap((row, y) =>
    darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} viewBox="0 0 ${size} ${size}" ` +
    `shape-rendering="crispEdges"><path d="${runs.join('')}"/></svg>`
  )
}

/** Stretches of dark modules as start and length, so that no hair lines show between them. */
function darkRuns(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
