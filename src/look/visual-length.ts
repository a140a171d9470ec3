/** Scripts whose characters take the room of two Latin letters. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu

/** Length in Latin letters. */
export function visualLength(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0)
}

/** Length of the longest word in Latin letters. East Asian text has no blanks: it breaks anywhere. */
export function longestWord(text: string): number {
  return Math.max(0, ...text.replace(WIDE, ' ').split(/\s+/).map(visualLength))
}
