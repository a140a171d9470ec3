import { PAGE_SEAT } from '../../src/deck/page-seat.js'
import type { Slide } from '../../src/deck/index.js'
import { plainText } from '../../src/guide/index.js'
import { blocks } from './print-guide.js'

/** Slides as readable text, for goldens. */
export function printSlides(slides: readonly Slide[]): string {
  return `${slides.map(printSlide).join('\n\n')}\n`.replaceAll(PAGE_SEAT, '{page}')
}

function printSlide(slide: Slide, index: number): string {
  const part = slide.part ? ` ${slide.part.n} of ${slide.part.of}` : ''
  const head = `${index + 1} ${slide.layout}${slide.dense ? ' dense' : ''} #${slide.id}${part}`
  const margin = [
    slide.number,
    slide.label,
    ...slide.kicker,
    slide.exercise?.label,
    slide.exercise?.how,
    slide.exercise?.minutes,
  ].filter(Boolean)
  return [
    head,
    ...(margin.length > 0 ? [`  margin: ${margin.join(' / ')}`] : []),
    ...(slide.title.length > 0
      ? [`  ${slide.titleIsMention ? 'mention' : 'heading'}: ${plainText(slide.title)}`]
      : []),
    ...(slide.agenda ?? []).map((row) => `  ${row.number} ${row.title} ${row.minutes ?? ''}`.trimEnd()),
    ...blocks(slide.blocks, 1),
    ...(slide.markdown ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => `  | ${line}`),
    ...slide.foot.map((line) => `  foot: ${line}`),
    ...(slide.notes.length > 0 ? ['  notes', ...blocks(slide.notes, 2)] : []),
    ...(slide.moved.length > 0 ? ['  moved', ...blocks(slide.moved, 2)] : []),
  ].join('\n')
}
