const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * The ISO day of a date as tools write it: an ISO day or timestamp ("2024-05-03 10:00 +0100"), with slashes, or with an
 * English month ("May 3, 2024", "3 May 2024"). Undefined where it is none: "03/04/2024" may be either of two.
 */
export function day(written: string): string | undefined {
  const text = written.trim()
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text)
  if (numbers) return iso(numbers[1], numbers[2], numbers[3])
  const named = /^(?:([a-z]{3})[a-z]*\.? (\d{1,2})|(\d{1,2})\.? ([a-z]{3})[a-z]*\.?),? (\d{4})$/i.exec(text)
  if (!named) return undefined
  const month = MONTHS.indexOf((named[1] ?? named[4] ?? '').toLowerCase()) + 1
  return month > 0 ? iso(named[5], String(month), named[2] ?? named[3]) : undefined
}

function iso(year = '', month = '', dayOfMonth = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ? date : undefined
}

/** Names out of what tools write for authors: texts, objects with a name, lists and maps of either. */
export function names(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value]
  const found = list.map(name).filter((one): one is string => one !== undefined)
  return found.length > 0 ? found : undefined
}

function name(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (!isRecord(value)) return undefined
  const { name: whole, literal, given, family, first_name, last_name, title } = value
  if (isRecord(whole)) return name(whole)
  const parts = [given ?? first_name, family ?? last_name].filter((part) => typeof part === 'string')
  return firstText(whole, literal, parts.join(' '), title)
}

/** One text out of a text or an object that names something (`license: { id: CC-BY-4.0 }`). */
export function label(value: unknown): unknown {
  if (!isRecord(value)) return value
  const { content, name: own, id, text, title, url } = value
  return firstText(own, id, isRecord(content) ? label(content) : content, text, title, url)
}

/** The lines of a list of questions, objectives or key points: each a paragraph of Markdown. */
export function points(value: unknown): readonly string[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  )
  return list.length > 0 ? list.map((one) => one.replace(/\s+/g, ' ').trim()) : undefined
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((one): one is string => typeof one === 'string' && one.trim() !== '')?.trim()
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
