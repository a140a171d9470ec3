import type { Guide } from '../guide/index.js'
import { classes } from './classes.js'
import { logoWidth } from '../look/index.js'
import { mediaUrl } from './markdown-inline.js'
import { textToMarkdown } from './markdown.js'
import type { Slide } from './slide.js'
import { yamlString } from './yaml-string.js'

/** The local directives of a slide, one a line: its class, its margin block and its foot. */
export function directives(slide: Slide, assets: Guide['assets']): readonly string[] {
  const { layout, markdown, foot } = slide
  const isOpening = layout === 'title' || layout === 'divider'
  // An author's own class or header is the author's own layout.
  if (markdown && /_?(?:class|header)\s*:/.test(markdown)) return []
  return [
    `_class: ${classes(slide, assets).join(' ')}`,
    // Without a header there is no bar.
    `_header: ${yamlString(header(slide) || '&nbsp;')}`,
    ...(isOpening
      ? [
          `_footer: ${yamlString(layout === 'title' ? [logo(slide, assets), lines(foot)].filter(Boolean).join('\n') : '')}`,
          '_paginate: false',
        ]
      : []),
  ]
}

/** Lines of plain text as Markdown; Marp keeps the line breaks. */
export function lines(list: readonly string[]): string {
  return list.map(textToMarkdown).join('\n')
}

/** px; of the margin column. */
const LOGO = { width: 224, height: 88 }

/** Over place and date, on the title slide alone; it says nothing that is not said beside it. */
function logo({ logo: src }: Slide, assets: Guide['assets']): string {
  const asset = src === undefined ? undefined : assets.get(src)
  if (asset?.state !== 'read') return ''
  return `![w:${logoWidth(asset, LOGO)}px](${mediaUrl(asset.name)})`
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
