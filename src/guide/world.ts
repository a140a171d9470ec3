/** All that reading a guide may touch of the outside. */
export interface World {
  /** @throws an error with `code` ENOENT, EACCES, … as Node does */
  readFile(path: string): Promise<Uint8Array>
  /** The path with its symbolic links resolved. */
  realPath(path: string): Promise<string>
  /** The nearest folder at or above that holds a .git; undefined where there is none. */
  repositoryOf(folder: string): Promise<string | undefined>
}
