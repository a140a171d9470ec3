/** Options that take a text, as they were written: cac would make a number of "007", and of nothing 0. */
export type TextOptions = Readonly<Record<string, string>>

/**
 * Reads options that take a text.
 * @param names without their dashes
 * @throws Error whose message is for the user, where one is empty or given twice
 */
export function textOptions(argv: readonly string[], names: readonly string[]): TextOptions {
  const found: Record<string, string> = {}
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  options.forEach((word, index) => {
    const [, name = '', after] = /^--([a-z-]+)(?:=([^]*))?$/.exec(word) ?? []
    if (!names.includes(name)) return
    const value = after ?? options[index + 1]
    if (value === undefined) return // cac tells it.
    if (value === '') throw new Error(`--${name} is empty`)
    if (name in found) throw new Error(`--${name} is given twice`)
    found[name] = value
  })
  return found
}
