type Rgb = readonly [red: number, green: number, blue: number]

const WHITE = '#FFFFFF'
const DARK_PAPER = '#161616'

/** Contrast of two CSS hex colours by the WCAG formula, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgb(one)), luminance(rgb(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The custom properties that a user's accent replaces; small red text is darkened until it reads on white. */
export function accentTokens(accent: string, variant: 'light' | 'dark'): Readonly<Record<string, string>> {
  if (variant === 'dark') {
    const light = mixedUntil(accent, WHITE, (colour) => contrast(colour, DARK_PAPER) >= 7)
    return { '--rubric': light, '--rubric-text': light, '--field': accent }
  }
  const text = mixedUntil(accent, '#000000', (colour) => contrast(colour, WHITE) >= 7)
  return { '--rubric': accent, '--rubric-text': text, '--field': accent }
}

function mixedUntil(from: string, to: string, isEnough: (colour: string) => boolean): string {
  for (let share = 0; share <= 1; share += 0.04) {
    const colour = mix(rgb(from), rgb(to), share)
    if (isEnough(colour)) return colour
  }
  return to
}

function mix(from: Rgb, to: Rgb, share: number): string {
  const parts = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * share))
  return `#${parts
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`
}

function rgb(hex: string): Rgb {
  const digits = hex.replace('#', '')
  const full = digits.length < 6 ? digits.slice(0, 3).replace(/./g, '$&$&') : digits
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) =>
    value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
