import { expect, it } from 'vitest'
import { commandsOf, type CommandParts } from '../../src/present/page/commands.js'

/** The parts that turning needs; the others are not asked. */
function turning(dir: 'ltr' | 'rtl', pressed: string[]): CommandParts {
  return {
    data: { words: {}, isPublic: false, dir, exercises: [] },
    deck: { press: (key: string) => pressed.push(key) },
    shared: { get: () => ({ blank: null }) },
    clock: {},
    countdown: {},
    pointer: {},
  } as unknown as CommandParts
}

it('turns on with the arrow that points on in the language', () => {
  const turn = (dir: 'ltr' | 'rtl', key: string) => {
    const pressed: string[] = []
    const isDone = commandsOf(turning(dir, pressed))
      .find(({ keys }) => keys.includes(key))
      ?.run?.(key)
    // What is not done here, marp-cli does by the key itself.
    return isDone ? pressed : [key]
  }
  expect(turn('rtl', 'ArrowLeft')).toEqual(['PageDown'])
  expect(turn('rtl', 'ArrowRight')).toEqual(['PageUp'])
  expect(turn('rtl', 'PageDown')).toEqual(['PageDown'])
  expect(turn('ltr', 'ArrowLeft')).toEqual(['ArrowLeft'])
})

it('gives no key two meanings', () => {
  const keys = commandsOf(turning('ltr', [])).flatMap((command) => command.keys)
  expect(keys).toEqual([...new Set(keys)])
})
