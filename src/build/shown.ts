import { isAbsolute, relative, resolve } from 'node:path'

/** The path as findings name it: from the working folder where it is below that. */
export function shown(file: string): string {
  const path = relative(process.cwd(), resolve(file))
  return path.startsWith('..') || isAbsolute(path) ? file : path
}
