import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../src/cli/colours.js'

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [false, { CI: 'true' }, false],
  ])('on a terminal (%s) with %j: %s', (isTTY, env, expected) => {
    expect(coloursFor({ isTTY }, env).isColorSupported).toBe(expected)
  })
})
