import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BrowserLost } from '../../src/browser/index.js'
import { createGate } from '../../src/build/gate.js'
import { buildTwice } from '../../src/build/twice.js'

/** Works that note when they begin and end. */
function works() {
  const log: string[] = []
  const work = (name: string, result?: Error) => async (): Promise<string> => {
    log.push(`+${name}`)
    await pause(5)
    log.push(`-${name}`)
    if (result) throw result
    return name
  }
  return { log, work }
}

describe('the gate', () => {
  it('lets works run together', async () => {
    const { log, work } = works()
    const gate = createGate()
    await Promise.all([gate.together(work('a')), gate.together(work('b'))])
    expect(log).toEqual(['+a', '+b', '-a', '-b'])
  })

  it('lets one run alone: after those that run, before those that come', async () => {
    const { log, work } = works()
    const gate = createGate()
    const together = gate.together(work('a'))
    await pause(1)
    const results = await Promise.all([
      together,
      gate.alone(work('b')),
      gate.alone(work('c')),
      gate.together(work('d')),
    ])
    expect(log).toEqual(['+a', '-a', '+b', '-b', '+c', '-c', '+d', '-d'])
    expect(results).toEqual(['a', 'b', 'c', 'd'])
  })

  it('goes on after works that fail', async () => {
    const { work } = works()
    const gate = createGate()
    const fault = new Error('no')
    await expect(gate.together(work('a', fault))).rejects.toBe(fault)
    await expect(gate.alone(work('b', fault))).rejects.toBe(fault)
    expect(await gate.together(work('c'))).toBe('c')
  })
})

describe('a guide that loses its browser', () => {
  const lost = new BrowserLost('it ended unexpectedly')

  it('is built once more, alone', async () => {
    const { log, work } = works()
    const gate = createGate()
    const told: string[] = []
    let tries = 0
    const bad = () => (tries++ === 0 ? work('bad 1', lost)() : work('bad 2')())
    const both = [buildTwice(gate, bad, (reason) => told.push(reason)), gate.together(work('good'))]
    expect(await Promise.all(both)).toEqual(['bad 2', 'good'])
    expect(log.slice(-2)).toEqual(['+bad 2', '-bad 2'])
    expect(told).toEqual(['The browser failed: it ended unexpectedly'])
  })

  it('is given up when it loses the second one, too; any other fault at once', async () => {
    const { log, work } = works()
    const gate = createGate()
    await expect(buildTwice(gate, work('lost', lost), () => undefined)).rejects.toBe(lost)
    expect(log).toHaveLength(4)
    const fault = new Error('no')
    await expect(buildTwice(gate, work('other', fault), () => undefined)).rejects.toBe(fault)
    expect(log).toHaveLength(6)
  })
})
