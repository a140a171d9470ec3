/** Letters of Source Serif 4, weight 500, by their width in em, rounded up: its horizontal metrics. */
const WIDTHS: readonly (readonly [em: number, letters: string])[] = [
  [0.24, "'‘’"],
  [0.34, 'ijl.,:;!-'],
  [0.4, '/\\[]ft()IJ"'],
  [0.48, '?“”*rs'],
  [0.54, 'zce0123456789éèêëçćč–_#$'],
  [0.58, 'aSäåàáâãąśš+=<>gvx'],
  [0.62, 'oyZöøóòôõżźždkqFLŁł'],
  [0.66, 'bpuhnñńüúùûEÉPBTß'],
  [0.72, 'CXYRAKVÄÅÁÀ'],
  [0.76, 'GOQDUÖÓÜØ&'],
  [0.82, 'NHæ—'],
  [0.86, 'w@'],
  [0.96, 'mMœ%'],
  [1.02, 'W'],
]

/** Of a letter that the table does not have, in em: most are narrower. */
const OTHER = 0.64

const widths = new Map(WIDTHS.flatMap(([em, letters]) => [...letters].map((letter) => [letter, em] as const)))

/** How wide a word gets in the voice of the deck, in em; rather a little more than less. */
export function wordWidth(word: string): number {
  const letters = [...word.normalize('NFC')].filter((letter) => !/\p{M}/u.test(letter))
  return letters.reduce((sum, letter) => sum + (widths.get(letter) ?? OTHER), 0)
}
