import { authoredPictures, pictureName, type Guide } from '../guide/index.js'
import type { Words } from '../words/index.js'
import { escapeHtml } from './html.js'
import { mediaUrl } from './markdown-inline.js'
import { isMarpKeyword } from './marp-image.js'

/** An author's slide with the pictures that were read; a label stands for each other, nothing for a background. */
export function withPictures(markdown: string, assets: Guide['assets'], words: Words): string {
  let text = ''
  let at = 0
  for (const { src, alt, start, end, withAddress } of authoredPictures(markdown)) {
    if (start < at) continue
    const asset = assets.get(src)
    const isBackground = /^bg\b|\sbg\b/.test(alt) || /^_?backgroundImage/.test(markdown.slice(start, end))
    text += markdown.slice(at, start)
    if (asset?.state === 'read') text += withAddress(mediaUrl(asset.name))
    else if (!isBackground) text += label(src, alt, words)
    at = end
  }
  return text + markdown.slice(at)
}

function label(src: string, alt: string, words: Words): string {
  const name = alt
    .split(/\s+/)
    .filter((word) => !isMarpKeyword(word))
    .join(' ')
  const said = words.say('pictureMissing', { alt: name || pictureName(src) })
  return `<span class="missing">${escapeHtml(said)}</span>`
}
