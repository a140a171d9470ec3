/**
 * Gives each exercise of the worksheet the rest of its page to write on: further lines, shared out among its questions.
 * What the author wants no lines for gets none. Runs inside the page, so it must be complete in itself.
 * @param room mm that a page has
 */
export function ruleTheRest(room: number): void {
  const millimetre = 96 / 25.4
  // Nothing of an exercise may go over to the next page for want of a hair.
  const pixels = (room - 2) * millimetre
  for (const exercise of document.querySelectorAll('.worksheet')) {
    const blocks = [...exercise.querySelectorAll('.lines')]
    const left = pixels - exercise.getBoundingClientRect().height
    const line = blocks[0]?.firstElementChild?.getBoundingClientRect().height ?? 0
    if (line === 0 || left < line) continue
    const count = Math.floor(left / line / blocks.length) || 1
    let rest = Math.floor(left / line)
    for (const block of blocks) {
      for (let added = 0; added < count && rest > 0; added++, rest--)
        block.append(document.createElement('div'))
    }
  }
}
