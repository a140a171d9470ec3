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
  'picture-remote': words<{ src: string }>({
    severity: 'warning',
    message: ({ src }) =>
      `The picture "${src}" is on the network and was not fetched; a labelled box stands in its place.`,
    hint: () => 'Save it beside the guide and use its file name.',
  }),
  'picture-alt': words<{ src: string }>({
    severity: 'warning',
    message: ({ src }) => `The picture "${src}" has no alternative text.`,
    hint: () => 'Say between the square brackets what it shows.',
  }),
  'request-refused': words<{ url: string; artefact: string }>({
    severity: 'warning',
    message: ({ url, artefact }) => `${artefact} asked for "${url}"; it was refused.`,
    hint: () => 'A guide may load only its own pictures.',
  }),
}
