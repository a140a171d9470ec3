import { element } from './html.js'

/** Sets speaker notes as the facilitator's edition does: what to say, and apart from it what to do. */
export function showNotes(container: Element): void {
  for (const paragraph of container.querySelectorAll('.bespoke-marp-note > p')) {
    const parts = (paragraph.textContent ?? '').split(/\n{2,}/).filter((part) => part.trim() !== '')
    paragraph.replaceWith(...parts.map(part))
  }
}

/** A paragraph wholly between stars is a stage direction. */
function part(text: string): HTMLElement {
  const direction = /^\*([^]+)\*$/.exec(text.trim())?.[1]
  return direction ? element('p', 'dh-do', {}, [direction]) : element('p', '', {}, [text])
}
