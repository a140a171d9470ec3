import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { productFolder } from '../templates/index.js'

/** The folder of the fonts that stand in for a system's: without any, the embedded browser prints empty pages. */
export function systemFonts(): string {
  return join(productFolder(), 'templates', 'shared', 'fonts', 'system')
}

/** What the generic families stand for: the look's own, so that no run depends on the order of files. */
const families = { 'sans-serif': 'IBM Plex Sans', serif: 'Source Serif 4', monospace: 'IBM Plex Mono' }

/**
 * A fonts.conf that knows the fonts of one folder and keeps its cache in another.
 * @throws where the folder holds no TTF: the browser passes over WOFF and would print pages without any text
 */
export function fontsConf(fonts: string, cache: string): string {
  if (!readdirSync(fonts).some((name) => name.endsWith('.ttf')))
    throw new Error(`There are no fonts in "${fonts}".`)
  const aliases = Object.entries(families).map(
    ([generic, family]) =>
      `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fonts)}</dir>
  <cachedir>${escapeXml(cache)}</cachedir>
  ${aliases.join('\n  ')}
</fontconfig>
`
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
