import { EditMap } from 'micromark-util-edit-map'

/**
 * micromark ends every list, quotation and directive by copying all that it has read so far, twice: time would grow with
 * the square of a guide's length. Only what follows the first edit changes, so only that is copied; the result is the same.
 */
export function spareCopies(): void {
  EditMap.prototype.consume = function (events) {
    this.map.sort(([a], [b]) => a - b)
    const tails: (typeof events)[] = []
    for (const [at, removed, added] of this.map.toReversed()) {
      tails.push(events.slice(at + removed), added)
      events.length = at
    }
    for (const tail of tails.toReversed()) for (const event of tail) events.push(event)
    this.map.length = 0
    this.index.clear()
  }
}
