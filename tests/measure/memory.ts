import { readFileSync, readdirSync } from 'node:fs'

/** Memory of a process and all below it, in bytes; what several of them share is counted once. 0 where it cannot be told. */
export function treeMemory(pid: number): number {
  const parents = parentsByPid()
  const isBelow = (one: number): boolean => {
    const seen = new Set<number>()
    for (let at: number | undefined = one; at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (at === pid) return true
      seen.add(at)
    }
    return false
  }
  return [...parents.keys()].reduce((sum, one) => (isBelow(one) ? sum + ownMemory(one) : sum), 0)
}

function parentsByPid(): ReadonlyMap<number, number> {
  const parents = new Map<number, number>()
  for (const name of entries('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = text(`/proc/${name}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  return parents
}

/** Memory of one process, in bytes: its proportional share, since a browser's processes have most pages in common. */
export function ownMemory(pid: number): number {
  const share = /^Pss:\s+(\d+) kB/m.exec(text(`/proc/${pid}/smaps_rollup`))?.[1]
  return share === undefined ? 0 : Number(share) * 1024
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Empty where the process has ended meanwhile. */
function text(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
