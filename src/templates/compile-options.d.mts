export function compileOptions(folder: string): {
  readonly strict: boolean
  readonly noEscape: boolean
  readonly preventIndent: boolean
}
