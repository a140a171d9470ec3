const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Plain text for HTML, in content and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}

/**
 * Plain text as a CSS string with its quotes. It goes into a `<style>` element, so that `<` is written as an
 * escape, too: "</style>" in a title must not end it.
 */
export function cssString(text: string): string {
  const escaped = text.replace(/[\0-\x1F\x7F"\\<>&]/g, (character) => {
    return character === '\0' ? '\\fffd ' : `\\${character.charCodeAt(0).toString(16)} `
  })
  return `"${escaped}"`
}
