import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EnvironmentFault, finding } from '../finding/index.js'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is missing',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something else stands there',
  EFBIG: 'the file is larger than this system allows',
  EINVAL: 'the disk does not take this name',
  EIO: 'the disk does not work',
  EISDIR: 'a folder stands where a file is needed',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open (see "ulimit -n")',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open on this system',
  ENOENT: 'the folder is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  ENOTEMPTY: 'a folder that is not empty stands there',
  ENXIO: 'nobody reads what is written there',
  EPERM: 'permission is missing',
  EROFS: 'the disk is read-only',
  ESTALE: 'the network disk is gone',
  ETXTBSY: 'it is in use',
}

/** Why the system refused something, in plain words and as the end of a sentence. */
export function diskReason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}

/** Whether an error is the system's refusal, and no bug. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && /^E[A-Z\d]+$/.test(String((error as NodeJS.ErrnoException).code))
}

/** Runs an action on the disk; what the disk refuses becomes a finding. @throws EnvironmentFault `output-failed` */
export async function orFault<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw isDiskError(error) ? outputFault(path, error) : error
  }
}

/** An error as it is, or the fault that stands behind it: any step may be the one that opens a file too many. */
export function asFault(error: unknown): unknown {
  return isDiskError(error) && ['EMFILE', 'ENFILE'].includes(error.code ?? '')
    ? new EnvironmentFault(finding('too-many-files', {}), { cause: error })
    : error
}

/** @param cause an error of the system's, or the reason in words */
export function outputFault(path: string, cause: Error | string): EnvironmentFault {
  const reason = typeof cause === 'string' ? cause : diskReason(cause)
  return new EnvironmentFault(finding('output-failed', { path, reason }), { cause })
}

/** As orFault, for the temporary folder. @throws EnvironmentFault `scratch-failed` */
export async function orScratchFault<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw isDiskError(error) ? scratchFault(path, error) : error
  }
}

/** Whether a fault comes from a full disk, which every further file would meet. */
export function isDiskFull({ cause }: EnvironmentFault): boolean {
  return isDiskError(cause) && ['ENOSPC', 'EDQUOT'].includes(cause.code ?? '')
}

/** @param cause an error of the system's */
function scratchFault(path: string, cause: NodeJS.ErrnoException): EnvironmentFault {
  return new EnvironmentFault(finding('scratch-failed', { path, reason: diskReason(cause) }), { cause })
}

const leastRoom = 1_000_000

/** A fault where the disk of a temporary folder has no room left to speak of: a browser dies of it without a word. */
export async function noRoomFault(folder: string): Promise<EnvironmentFault | undefined> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: Infinity, bsize: 1 }))
  if (bavail * bsize >= leastRoom) return undefined
  return scratchFault(dirname(folder), Object.assign(new Error('no room is left'), { code: 'ENOSPC' }))
}
