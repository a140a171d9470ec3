import { plainText, type Block } from '../guide/index.js'
import { textToMarkdown } from './markdown.js'
import { notesText } from './notes.js'
import { labelClass, sizeClass, STEPS } from './size-class.js'
import type { Layout, Slide } from './slide.js'
import { yamlString } from './yaml-string.js'

/** Letters of code that one line holds in the text column: at full size, and dense. */
const CODE_WIDTH = { normal: 56, dense: 67 } as const

/** The local directives of a slide, one a line: its class, its margin block and its foot. */
export function directives(slide: Slide): readonly string[] {
  const { layout, markdown, foot } = slide
  const isOpening = layout === 'title' || layout === 'divider'
  // An author's own class or header is the author's own layout.
  if (markdown && /_?(?:class|header)\s*:/.test(markdown)) return []
  return [
    `_class: ${classes(slide).join(' ')}`,
    // Without a header there is no bar.
    `_header: ${yamlString(header(slide) || '&nbsp;')}`,
    ...(isOpening
      ? [`_footer: ${yamlString(layout === 'title' ? lines(foot) : '')}`, '_paginate: false']
      : []),
  ]
}

/** Lines of plain text as Markdown; Marp keeps the line breaks. */
export function lines(list: readonly string[]): string {
  return list.map(textToMarkdown).join('\n')
}

/** The margin block. */
function header({ layout, number, label, kicker, exercise }: Slide): string {
  if (layout === 'title') return lines(kicker)
  const parts =
    layout === 'exercise' && exercise
      ? [
          strong(exercise.label),
          textToMarkdown(exercise.how ?? ''),
          exercise.minutes ? `*${textToMarkdown(exercise.minutes)}*` : '',
          exercise.minutes ? strong(exercise.unit) : '',
        ]
      : [strong(number), layout === 'divider' ? '' : textToMarkdown(label ?? '')]
  return parts.filter((part) => part !== '').join(' ')
}

function strong(text: string | undefined): string {
  return text ? `**${textToMarkdown(text)}**` : ''
}

function classes({
  layout,
  dense,
  part,
  foot,
  blocks,
  title,
  number = '',
  exercise,
  agenda,
  label = '',
}: Slide): readonly string[] {
  const code = blocks.find((block) => block.kind === 'code')
  const longestLine = Math.max(0, ...(code?.value.split('\n') ?? []).map((line) => line.length))
  const is: Record<string, boolean> = {
    dense,
    continued: part !== undefined && part.n > 1,
    footed: layout !== 'title' && foot.length > 0,
    alone: (layout === 'statement' && blocks.length === 0) || (layout === 'figure' && isPictureAlone(blocks)),
    opened: layout === 'divider' && blocks.length > 0,
    digits2: layout === 'divider' && number.length === 2,
    digits3: layout === 'divider' && number.length > 2,
    minutes3: (exercise?.minutes ?? '').length > 2,
    two: (agenda?.length ?? 0) > 6,
    wide: longestLine > (dense ? CODE_WIDTH.dense : CODE_WIDTH.normal),
  }
  const set = Object.keys(is).filter((name) => is[name])
  const sizes = [size(layout, plainText(title), blocks), layout === 'divider' ? '' : labelClass(label)]
  return [layout, ...set, ...sizes].filter((name) => name !== '')
}

function size(layout: Layout, title: string, blocks: readonly Block[]): string {
  if (layout === 'title') return sizeClass(title, STEPS.title)
  if (layout === 'divider') return sizeClass(title, STEPS.divider)
  if (layout !== 'statement' && layout !== 'quote') return sizeClass(title, STEPS.slide)
  const [first] = blocks
  return sizeClass(first ? notesText([first]) : title, STEPS.statement)
}

function isPictureAlone(blocks: readonly Block[]): boolean {
  return blocks.length === 1 && blocks[0]?.kind === 'picture'
}
