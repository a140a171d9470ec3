/** All that reading a guide may touch of the outside. */
export interface World {
  /**
   * Reads an ordinary file of at most so many bytes; nothing else is opened for long: a pipe could keep us waiting.
   * @throws an error with `code` ENOENT, EACCES, … as Node does
   */
  readFile(path: string, most: number): Promise<ReadFile>
  /** The path with its symbolic links resolved. */
  realPath(path: string): Promise<string>
  /** Names in a folder, sorted. @throws as `readFile` */
  namesIn(folder: string): Promise<readonly string[]>
  /** The nearest folder at or above that holds a .git; undefined where there is none. */
  repositoryOf(folder: string): Promise<string | undefined>
  /** Fetches pictures by their addresses on the network; absent where that was not asked for. */
  fetchPictures?(urls: readonly string[]): Promise<ReadonlyMap<string, FetchedPicture>>
}

/** A picture from the network, or why there is none. */
export type FetchedPicture = { readonly bytes: Uint8Array } | { readonly reason: string }

export type ReadFile =
  | { readonly bytes: Uint8Array }
  | { readonly refused: 'not-a-file' }
  /** It was written while it was read, again and again. */
  | { readonly refused: 'changing' }
  /** `size` in bytes, as far as it is known. */
  | { readonly refused: 'too-large'; readonly size: number }
