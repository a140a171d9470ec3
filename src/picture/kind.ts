/** The kinds of picture that a guide may show. */
export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'svg'

export const MEDIA_TYPES: Readonly<Record<PictureKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
}

/** Extension of a kind's file in media/, with its dot. */
export const EXTENSIONS: Readonly<Record<PictureKind, string>> = {
  png: '.png',
  jpeg: '.jpg',
  gif: '.gif',
  webp: '.webp',
  avif: '.avif',
  svg: '.svg',
}

/** Told by the bytes, since extensions lie. Undefined where it is no picture that browsers show. */
export function kindOf(bytes: Uint8Array): PictureKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif'
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp'
  if (head.startsWith('ftyp', 4) && /^.{8}(?:.{4})*?avi[fs]/s.test(head)) return 'avif'
  return isSvg(bytes) ? 'svg' : undefined
}

// Far enough for a licence as a comment before the root element.
const PROLOGUE = 65_536

function isSvg(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, PROLOGUE)).toString('utf8').trimStart()
  if (!text.startsWith('<')) return false
  const root = /<(?![?!])([\w:.-]+)/.exec(text.replace(/<!--[^]*?(?:-->|$)/g, ''))?.[1]
  return root === 'svg' || (root?.endsWith(':svg') ?? false)
}

/** Why bytes that are no picture are refused, for people who took them for one. */
export function whatElse(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'the file is empty'
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart()
  for (const [pattern, reason] of OTHERS) if (pattern.test(head)) return reason
  return 'it is not a PNG, JPEG, GIF, WebP, AVIF or SVG'
}

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs/, 'it is a pointer of Git LFS: run "git lfs pull"'],
  [/^(?:\xef\xbb\xbf)?<(?:!doctype html|html|head|body)/i, 'it is a web page, not a picture'],
  [/^\x1f\x8b/, 'it is compressed (.svgz): unpack it to an .svg'],
  [/^%PDF-/, 'it is a PDF: export the page as SVG or PNG'],
  [/^%!PS/, 'it is PostScript: export it as SVG'],
  [/^(?:II\*\0|MM\0\*)/, 'it is a TIFF: save it as PNG or JPEG'],
  [/^BM/, 'it is a BMP: save it as PNG'],
  [/^.{4}ftyp(?:hei|mif|msf|hev)/s, 'it is a HEIC: save it as JPEG'],
  [/^.{4}ftyp/s, 'it is a video, not a picture'],
  [/^\x1aE\xdf\xa3/, 'it is a video, not a picture'],
  [/^(?:\xff\xfe|\xfe\xff)/, 'it is written in UTF-16: save it as UTF-8'],
  [/^PK\x03\x04/, 'it is an archive or an office file: export it as SVG or PNG'],
]
