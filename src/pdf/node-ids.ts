/** Where a printed PDF names elements of the page: in a tag's own id, a cell's headers, and the tree of ids. */
const PLACES = /\/ID \(node\d{8}\)|\/(?:Headers|Limits|Names) \[\(node[^\]]*\]/g
const NODE = /\(node(\d{8})\)/g

/**
 * Numbers anew, from 1, the elements that tags are named after. Chromium counts every element that it ever looked at,
 * so that the same page gets other numbers from one print to the next. Their order, and so the tree's, stays.
 */
export function renumberNodes(pdf: Uint8Array): Uint8Array {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const places = [...source.matchAll(PLACES)]
  const numbers = new Set(places.flatMap(([text]) => [...text.matchAll(NODE)].map((match) => match[1])))
  const order = new Map([...numbers].toSorted().map((number, index) => [number, index + 1]))
  const renumbered = Buffer.from(pdf)
  for (const { 0: text, index } of places) {
    const anew = text.replace(
      NODE,
      (_, number: string) => `(node${String(order.get(number)).padStart(8, '0')})`,
    )
    renumbered.write(anew, index, 'latin1')
  }
  return renumbered
}
