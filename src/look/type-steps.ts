import { wordWidth } from './letter-widths.js'

/** Scripts whose characters take the room of two Latin letters. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu

/** A size of type, as a stylesheet has it. */
export interface TypeStep {
  /** Class in the stylesheet; '' for the full size. */
  readonly name: string
  /** The longest text that takes it, in Latin letters. */
  readonly upTo: number
  /** In any unit, the same as the line's. */
  readonly size: number
  /** Between letters, in em. */
  readonly tracking?: number
}

/** The first of `steps` (largest first) that holds a text in lines so wide, none of its words broken; else the last. */
export function typeStep<Step extends TypeStep>(text: string, steps: readonly Step[], line: number): Step {
  const length = visualLength(text)
  // East Asian text has no blanks: it breaks anywhere.
  const words = text.replace(WIDE, ' ').split(/\s+/)
  const holds = ({ size, tracking = 0 }: TypeStep) =>
    words.every((word) => (wordWidth(word) + tracking * word.length) * size <= line)
  return steps.find((step) => length <= step.upTo && holds(step)) ?? (steps.at(-1) as Step)
}

/** Length in Latin letters. */
export function visualLength(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0)
}
