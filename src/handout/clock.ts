import type { Guide, Part, Section } from '../guide/index.js'
import type { Words } from '../words/index.js'

const DAY = 24 * 60

/** When something begins and how long it takes, in minutes; the beginning counts from midnight. */
export interface Span {
  readonly from?: number
  readonly minutes?: number
}

/**
 * By id of section and part, when it begins and how long it takes, as far as the guide says: a time is never guessed.
 * What one silent part of a section takes is what its other parts leave.
 */
export function timetable(guide: Guide): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>()
  let now = minutesOfDay(guide.frontMatter.start)
  for (const section of guide.sections) {
    const minutes = sectionMinutes(section)
    spans.set(section.id, span(now, minutes))
    const parts = partMinutes(section.parts, minutes)
    let then = now
    for (const [index, part] of section.parts.entries()) {
      spans.set(part.id, span(then, parts[index]))
      then = plus(then, parts[index])
    }
    now = plus(now, minutes)
  }
  return spans
}

/** "10:05", in the language's digits. @param minutes from midnight */
export function clockTime(minutes: number, words: Words): string {
  const within = ((minutes % DAY) + DAY) % DAY
  const pair = (value: number): string => words.number(Math.floor(value / 10)) + words.number(value % 10)
  return `${pair(Math.floor(within / 60))}:${pair(within % 60)}`
}

/** Minutes from midnight of "10:05"; undefined where it is no time. */
export function minutesOfDay(time: string | undefined): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time ?? '') ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

function sectionMinutes({ minutes, parts }: Section): number | undefined {
  if (minutes !== undefined) return minutes
  if (parts.length === 0 || parts.some((part) => part.minutes === undefined)) return undefined
  return parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0)
}

function partMinutes(parts: readonly Part[], whole: number | undefined): readonly (number | undefined)[] {
  const own = parts.map((part) => part.minutes)
  const silent = own.filter((minutes) => minutes === undefined).length
  const said = own.reduce((sum: number, minutes) => sum + (minutes ?? 0), 0)
  const rest = whole === undefined ? -1 : whole - said
  return own.map((minutes) => minutes ?? (silent === 1 && said > 0 && rest >= 0 ? rest : undefined))
}

function span(from: number | undefined, minutes: number | undefined): Span {
  return { ...(from === undefined ? {} : { from }), ...(minutes === undefined ? {} : { minutes }) }
}

function plus(time: number | undefined, minutes: number | undefined): number | undefined {
  return time === undefined || minutes === undefined ? undefined : time + minutes
}
