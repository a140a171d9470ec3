/** Numbers and times in the deck's language. */
export interface Numerals {
  number(value: number): string
  /** Minutes and seconds: "12:05". A time that is counted down is rounded up, so that it is not over too early. */
  time(milliseconds: number, round?: 'up' | 'down'): string
  /** The time of day. */
  day(now: number): string
  list(items: readonly string[]): string
}

export function openNumerals(lang: string): Numerals {
  const plain = new Intl.NumberFormat(lang, { useGrouping: false })
  const two = new Intl.NumberFormat(lang, { minimumIntegerDigits: 2 })
  const day = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' })
  return {
    number: (value) => plain.format(value),
    time(milliseconds, round = 'down') {
      const seconds = Math[round === 'up' ? 'ceil' : 'floor'](milliseconds / 1000)
      return `${plain.format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`
    },
    day: (now) => day.format(now),
    list: (items) =>
      items.join(/^(?:ar|fa|ur)\b/.test(lang) ? '، ' : /^(?:ja|zh)\b/.test(lang) ? '、' : ', '),
  }
}
