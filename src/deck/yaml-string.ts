/** A text as a quoted YAML value on one line, also within an HTML comment, which its own `-->` would end. */
export function yamlString(text: string): string {
  const escaped = JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return escaped.replace(/-->/g, '--\\x3E')
}
