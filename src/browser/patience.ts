/**
 * Calls `late` once so many seconds have passed in which this process could have heard an answer: while it is busy
 * itself, or stopped, none is read, and the clock alone would take a slow machine for a hung browser.
 * @returns ends the wait
 */
export function patience(seconds: number, late: () => void): () => void {
  const tick = Math.min(1, seconds)
  let left = seconds
  const timer = setInterval(() => {
    left -= tick
    if (left > 0) return
    clearInterval(timer)
    late()
  }, tick * 1000)
  return () => clearInterval(timer)
}

/** A step takes longer the more there is to lay out and print; of pictures, their bytes count, too. */
const charactersPerSecond = 20_000
const mostSeconds = 900

/** How long one step with a document may take: seconds. */
export function secondsFor(html: string, leastSeconds: number): number {
  return Math.min(
    Math.max(mostSeconds, leastSeconds),
    Math.ceil(leastSeconds + html.length / charactersPerSecond),
  )
}
