/** Text of an SVG as XML. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')
}

/** The value of an attribute as XML, to stand in double quotation marks. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
