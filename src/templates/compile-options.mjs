/**
 * How the templates of a folder are compiled, by the bundle and at run time alike.
 * `deck` writes Markdown, so nothing is escaped for HTML there.
 * @param {string} folder
 */
export function compileOptions(folder) {
  return { strict: true, noEscape: folder === 'deck', preventIndent: true }
}
