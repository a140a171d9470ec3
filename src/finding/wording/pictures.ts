import { words } from './words.js'

/** Pictures, and what the page asks for. */
export const pictures = {
  'picture-missing': words<{ src: string }>({
    severity: 'warning',
    message: ({ src }) => `The picture "${src}" was not found; a labelled box stands in its place.`,
    hint: () => 'Paths count from the folder of the guide.',
  }),
  'picture-refused': words<{ src: string; reason: string }>({
    severity: 'warning',
    message: ({ src, reason }) =>
      `The picture "${src}" was not read (${reason}); a labelled box stands in its place.`,
  }),
  'picture-broken': words<{ src: string; reason: string }>({
    severity: 'warning',
    message: ({ src, reason }) =>
      `The picture "${src}" cannot be shown: ${reason}. A labelled box stands in its place.`,
    hint: () => 'Export it again, or copy it again from where it came.',
  }),
  'picture-too-large': words<{ src: string; reason: string }>({
    severity: 'warning',
    message: ({ src, reason }) =>
      `The picture "${src}" was not read: ${reason}. A labelled box stands in its place.`,
    hint: () => 'Make it smaller; a slide shows at most 1,920 × 1,080 pixels.',
  }),
  'svg-cleaned': words<{ src: string; removed: string }>({
    severity: 'warning',
    message: ({ src, removed }) =>
      `The picture "${src}" is shown without what a picture cannot hold: ${removed}.`,
    hint: () => 'Export it again as a plain SVG, with its pictures embedded.',
  }),
  'picture-case': words<{ src: string; name: string }>({
    severity: 'warning',
    message: ({ src, name }) => `The picture "${src}" is named "${name}"; other systems would not find it.`,
    hint: () => 'Write its name with the same capital and small letters.',
  }),
  'picture-remote': words<{ src: string }>({
    severity: 'warning',
    message: ({ src }) =>
      `The picture "${src}" is on the network and was not fetched; a labelled box stands in its place.`,
    hint: () => 'Save it beside the guide and use its file name, or build with --fetch.',
  }),
  'picture-not-fetched': words<{ src: string; reason: string }>({
    severity: 'warning',
    message: ({ src, reason }) =>
      `The picture "${src}" could not be fetched: ${reason}. A labelled box stands in its place.`,
    hint: () => 'Save it beside the guide and use its file name.',
  }),
  'picture-alt': words<{ src: string }>({
    severity: 'warning',
    message: ({ src }) => `The picture "${src}" has no alternative text.`,
    hint: () => 'Say between the square brackets what it shows.',
  }),
  'diagram-not-drawn': words<{ reason: string }>({
    severity: 'warning',
    message: ({ reason }) => `This Mermaid diagram is not drawn: ${reason}. Its source is shown as code.`,
    hint: () =>
      'Export it as SVG and show that as a picture; drawn are flowcharts, sequences, states, classes and entities.',
  }),
  'request-refused': words<{ url: string; artefact: string }>({
    severity: 'warning',
    message: ({ url, artefact }) => `${artefact} asked for "${url}"; it was refused.`,
    hint: () => 'A guide may load only its own pictures.',
  }),
}
