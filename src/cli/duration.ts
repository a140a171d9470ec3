/** A time in words that are as exact as one needs: "40 s", "5 min 12 s", "1 h 5 min". @param seconds how long */
export function inWords(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return pair(Math.floor(whole / 60), 'min', whole % 60, 's')
  const minutes = Math.round(whole / 60)
  return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

/** A time that is only an estimate, rounded up: "25 s", "2 min", "1 h 5 min". @param seconds how long */
export function roughly(seconds: number): string {
  if (seconds <= 55) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return `${large} ${largeUnit}${small > 0 ? ` ${small} ${smallUnit}` : ''}`
}
