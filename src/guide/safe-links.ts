/** Schemes whose links run or hold a program rather than lead to a page. */
const PROGRAMS = new Set([
  'javascript',
  'vbscript',
  'livescript',
  'mocha',
  'data',
  'blob',
  'filesystem',
  'file',
  'about',
])

/** The scheme of an address as a browser reads it: blanks and control characters in it count for nothing. */
function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i
    .exec(
      url.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]/g, ''),
    )?.[1]
    ?.toLowerCase()
}

/** The scheme that makes a link unsafe; undefined where it may stay. */
export function unsafeScheme(url: string): string | undefined {
  const scheme = schemeOf(url)
  return scheme !== undefined && PROGRAMS.has(scheme) ? scheme : undefined
}
