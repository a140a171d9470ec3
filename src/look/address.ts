/**
 * An address to be typed: without its scheme, and in the letters that it stands for.
 * @param canPrint whether a letter may stand there; others stay percent-encoded
 */
export function readableAddress(url: string, canPrint: (letter: string) => boolean = () => true): string {
  const bare = url
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^([^/?#]*)\/$/, '$1')
  try {
    return decodeURI(bare).replace(/\s|[^\p{ASCII}]/gu, (letter) =>
      /\s/.test(letter) || !canPrint(letter) ? encodeURIComponent(letter) : letter,
    )
  } catch {
    return bare
  }
}
