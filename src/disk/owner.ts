import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * `<pid>-<start>-<machine>`, for the name of whatever a process makes for a while: another can tell from it whether
 * that process still runs. The start time tells a process from a later one of the same id.
 */
export function markOf(pid: number): string {
  return `${pid}-${startOf(pid) ?? 0}-${machine()}`
}

/** What is known of the process that a mark names. One of another machine, or another container, cannot be asked. */
export type OwnerState = 'runs' | 'gone' | 'elsewhere'

/** @returns undefined where the text does not begin with a mark */
export function ownerState(text: string): OwnerState | undefined {
  const [, pid, start, where] = /^(\d{1,10})-([\da-z]{1,13})-([\da-f]{6})(?![\da-f])/.exec(text) ?? []
  if (pid === undefined) return undefined
  if (where !== machine()) return 'elsewhere'
  return isAlive(Number(pid)) && (start === '0' || startOf(Number(pid)) === start) ? 'runs' : 'gone'
}

/** When a process started, in ticks since the system did; undefined where this cannot be told, or it is gone. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended; only its parent has not yet looked.
    return state === 'Z' || state === 'X' ? undefined : Number(fields[18]).toString(36)
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

let known: string | undefined
/** Containers that share a disk number their processes each for itself. */
function machine(): string {
  return (known ??= createHash('sha256')
    .update(`${hostname()} ${processNamespace()}`)
    .digest('hex')
    .slice(0, 6))
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return '' // Only Linux has them.
  }
}
