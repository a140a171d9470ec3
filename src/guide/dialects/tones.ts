import type { Callout } from '../model.js'

const BY_TONE: Readonly<Record<Callout['tone'], string>> = {
  note: 'note info message abstract summary tldr todo seealso remark quote cite example primary secondary versionadded versionchanged',
  tip: 'tip hint success check done question help faq',
  warning: 'warning attention deprecated',
  important: 'important',
  caution: 'caution danger error failure fail missing bug critical alert',
  callout:
    'callout details spoiler expand collapse toggle dropdown margin topic testimonial checklist spoilers admonition panel box',
}

const TONES: ReadonlyMap<string, Callout['tone']> = new Map(
  Object.entries(BY_TONE).flatMap(([tone, names]) =>
    names.split(' ').map((name) => [name, tone as Callout['tone']] as const),
  ),
)

/** The tone of a box by the name that any tool gives it (`info`, `danger`, `callout-tip`); undefined where it is none. */
export function toneOf(name: string): Callout['tone'] | undefined {
  return TONES.get(
    name
      .toLowerCase()
      .replace(/^(?:callout|prompt|alert|notice|admonition|markdown-alert|bd-callout)-+|^rmd(?=[a-z])/, ''),
  )
}

/** A directive's label; brackets in it would end it. */
export function labelled(title: string): string {
  const text = title.trim()
  return text ? `[${text.replace(/[[\]]/g, '\\$&')}]` : ''
}
