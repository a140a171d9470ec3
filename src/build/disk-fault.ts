import { EnvironmentFault, Stop, finding } from '../finding/index.js'

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file stands where a folder is needed',
}

/** Runs an action on the disk; what the disk refuses becomes a finding. @throws EnvironmentFault `output-failed` */
export async function orFault<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    if (error instanceof Stop || error instanceof EnvironmentFault) throw error
    const { code = '', message } = error as NodeJS.ErrnoException
    if (!code) throw error
    const reason = REASONS[code] ?? message
    throw new EnvironmentFault(finding('output-failed', { path, reason }), { cause: error })
  }
}
