import { finding, type Finding, type Place } from '../finding/index.js'
import { plainText, type Guide, type Section } from '../guide/index.js'

/** Minutes that do not add up: a section's to its parts or exercises, the guide's duration to its sections. */
export function minutesSum(guide: Guide, lines: readonly string[]): readonly Finding[] {
  const inSections = guide.sections.flatMap(sectionSum)
  return [...durationSum(guide, lines), ...inSections]
}

function durationSum(guide: Guide, lines: readonly string[]): readonly Finding[] {
  const { duration } = guide.frontMatter
  const line = lines.findIndex((text) => /^duration\s*[:=]/.test(text)) + 1
  // Without that line the duration is another tool's sum of its own.
  if (duration === undefined || line === 0) return []
  const place: Place = { file: guide.file, line, column: 1 }
  return mismatch('The minutes of the sections', guide.sections.map(minutesOf), duration, place)
}

function sectionSum(section: Section): readonly Finding[] {
  if (section.minutes === undefined) return []
  const title = plainText(section.title)
  const parts = section.parts.filter(({ headed }) => headed).map(({ minutes }) => minutes)
  const ofParts = mismatch(`The parts of "${title}"`, parts, section.minutes, section.place)
  if (ofParts.length > 0) return ofParts
  const exercises = section.parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'exercise' ? [block.minutes] : []))
  // A section has more than its exercises, so only too many minutes are wrong.
  return mismatch(`The exercises of "${title}"`, [...exercises, undefined], section.minutes, section.place)
}

/** What a section says, or its parts where all of them do. */
function minutesOf({ minutes, parts }: Section): number | undefined {
  if (minutes !== undefined || parts.length === 0) return minutes
  return parts.every((part) => part.minutes !== undefined)
    ? sum(parts.map((part) => part.minutes))
    : undefined
}

/** Where some say nothing, only a sum that is too large is wrong. */
function mismatch(
  what: string,
  given: readonly (number | undefined)[],
  whole: number,
  place: Place,
): readonly Finding[] {
  const said = given.filter((minutes) => minutes !== undefined)
  const total = sum(said)
  const isWrong = said.length === given.length ? total !== whole : total > whole
  return said.length > 0 && isWrong ? [finding('minutes-sum', { what, sum: total, whole }, place)] : []
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce((total: number, number) => total + (number ?? 0), 0)
}
