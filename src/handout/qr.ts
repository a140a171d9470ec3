import { encode } from 'uqr'

// Modules of white on each side, which scanners need.
const QUIET_ZONE = 4

/** A QR code as SVG with its quiet zone; hidden from readers, since the address stands beside it. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { border: QUIET_ZONE, ecc: 'M' })
  const runs = data.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 ${size} ${size}" aria-hidden="true" ` +
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
