import type { Slide } from '../deck/index.js'
import { plainText } from '../guide/index.js'
import type { SlideReference } from '../handout/index.js'

/** The slides as the facilitator's edition cites them. */
export function slideReferences(slides: readonly Slide[]): readonly SlideReference[] {
  return slides.map(({ id, title, notes, moved, sectionId, partId, exerciseId, priority }, index) => ({
    id,
    number: index + 1,
    title: plainText(title),
    notes: notes.length > 0 ? notes : moved,
    ...(sectionId ? { sectionId } : {}),
    ...(partId ? { partId } : {}),
    ...(exerciseId ? { exerciseId } : {}),
    ...(priority ? { priority } : {}),
  }))
}
