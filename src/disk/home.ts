import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** The user's home; a path where nothing is, for a user without one (a container's, say). */
export function homeOf(env: NodeJS.ProcessEnv): string {
  try {
    return env['HOME'] || homedir()
  } catch {
    return '/nonexistent'
  }
}

/** Where this user's programs keep what they can make again; it need not exist. */
export function cacheHome(env: NodeJS.ProcessEnv): string {
  const named = env['XDG_CACHE_HOME']
  return named && isAbsolute(named) ? named : join(homeOf(env), '.cache')
}
