/**
 * Sets the notes of a slide smaller where they would not fit under its picture; those that fit in no size go on on a
 * next page, in one that is read with ease. Runs inside the page, so it must be complete in itself.
 * @param room mm that a page has for a slide and its notes
 */
export function fitNotes(room: number): void {
  const pixels = (room * 96) / 25.4
  for (const section of document.querySelectorAll('.lectern')) {
    const fits = (size: string): boolean => {
      section.classList.remove('large', 'medium', 'small')
      section.classList.add(size)
      return section.getBoundingClientRect().height <= pixels
    }
    if (!['large', 'medium', 'small'].some(fits)) fits('medium')
  }
}
