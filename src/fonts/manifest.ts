import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { productFolder } from '../templates/index.js'

/** One static face of one script, as templates/shared/fonts/fonts.json lists it. */
export interface Face {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly subset: string
  /** Below the folder of fonts, or absolute. */
  readonly file: string
  /** As CSS writes it: "U+0000-00FF,U+0131". Absent on the font of formulas. */
  readonly unicodeRange?: string
}

let faces: readonly Face[] | undefined
const dataUris = new Map<string, string>()

export function fontFolder(): string {
  return join(productFolder(), 'templates', 'shared', 'fonts')
}

/** Every face that is shipped, in the order in which a stylesheet lists them. */
export function allFaces(): readonly Face[] {
  faces ??= JSON.parse(readFileSync(join(fontFolder(), 'fonts.json'), 'utf8')) as readonly Face[]
  return faces
}

/** The `@font-face` rule of a face, its file embedded; each file is read once. */
export function faceRule(face: Face): string {
  let uri = dataUris.get(face.file)
  if (!uri) {
    uri = `data:font/woff2;base64,${readFileSync(resolve(fontFolder(), face.file)).toString('base64')}`
    dataUris.set(face.file, uri)
  }
  return [
    '@font-face {',
    `  font-family: '${face.family}';`,
    `  font-style: ${face.style};`,
    `  font-weight: ${face.weight};`,
    `  src: url(${uri}) format('woff2');`,
    ...(face.unicodeRange ? [`  unicode-range: ${face.unicodeRange};`] : []),
    '}',
  ].join('\n')
}
