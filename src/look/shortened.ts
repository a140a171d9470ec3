/** Cuts a line that only mentions a title, and has little room, at a word. @param length letters */
export function shortened(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text
  return `${characters
    .slice(0, length)
    .join('')
    .replace(/[\s\p{P}]+\S*$/u, '')} …`
}
