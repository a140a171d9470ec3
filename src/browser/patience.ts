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

/** A step takes longer the more there is to lay out and print. */
const charactersPerSecond = 20_000
const bytesPerSecond = 1_000_000
const mostSeconds = 900

/** How long one step with a document may take: seconds. Fonts and pictures in it take much less than its text. */
export function secondsFor(html: string, leastSeconds: number): number {
  const bytes = html.match(/base64,[\w+/=]+/g)?.reduce((sum, data) => sum + data.length, 0) ?? 0
  const more = (html.length - bytes) / charactersPerSecond + bytes / bytesPerSecond
  return Math.min(Math.max(mostSeconds, leastSeconds), Math.ceil(leastSeconds + more))
}
