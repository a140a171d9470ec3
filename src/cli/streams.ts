/**
 * Lets the work go on where nobody reads what is told (`deckhand build | head -0`, a closed terminal, a full log): what
 * counts are the files.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** A file that is larger than `ulimit -f` allows is then told as such, instead of ending the process. */
export function outliveFileLimit(): void {
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined)
}

/** Waits until what was written has gone out: pipes are written to in the background on some systems. */
export async function allIsTold(): Promise<void> {
  const gone = (stream: NodeJS.WriteStream): Promise<void> =>
    new Promise((resolve) => {
      stream.write('', () => resolve())
    })
  await Promise.all([gone(process.stdout), gone(process.stderr)])
}
