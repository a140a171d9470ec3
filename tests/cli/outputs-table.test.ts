import { expect, it } from 'vitest'
import { coloursFor } from '../../src/cli/colours.js'
import { outputsTable } from '../../src/cli/outputs-table.js'

it('the table of outputs lines up, and sends no control in a name to the terminal', () => {
  const rows = [
    { file: 'deck.pdf', bytes: 1_234_567, count: '3 slides' },
    { file: 'media/\u001B[2Ja.png', bytes: 1 },
  ]
  expect(outputsTable('out/\u0007talk', rows, coloursFor({}, {}))).toBe(
    ['out/␇talk', '  deck.pdf           1.2 MB  3 slides', '  media/␛[2Ja.png      1 kB'].join('\n'),
  )
})
