import { homeOf } from '../disk/index.js'

/** Packages of others ask for a home as they are loaded, and throw for a user who has none (a container's, say). */
export function supplyHome(): void {
  if (process.platform !== 'win32') process.env['HOME'] ||= homeOf(process.env)
}
