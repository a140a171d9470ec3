import { expect, it } from 'vitest'
import { cutAtColumns, plainText, type Guide, type Table } from '../../src/guide/index.js'
import { readText } from '../support/memory-world.js'

const ROOM = { width: 40, letter: 1, gap: 2 }

async function table(columns: number, word = 'twelve'): Promise<Table> {
  const row = (cell: (column: number) => string) =>
    `|${Array.from({ length: columns }, (_, column) => cell(column)).join('|')}|`
  const text = [row((column) => `h${column}`), row(() => '---'), row((column) => `${word}${column}`)].join(
    '\n',
  )
  const guide = (await readText(text)).guide as Guide
  return guide.sections[0]?.parts[0]?.blocks[0] as Table
}
const heads = (tables: readonly Table[]) =>
  tables.map(({ head }) => head.cells.map((cell) => plainText(cell)).join(' '))

it('leaves a table whole that fits', async () => {
  const whole = await table(4)
  expect(cutAtColumns(whole, ROOM)).toEqual([whole])
})
it('cuts a wider one at its columns, and repeats the first', async () => {
  expect(heads(cutAtColumns(await table(9), ROOM))).toEqual(['h0 h1 h2 h3', 'h0 h4 h5 h6', 'h0 h7 h8'])
})
it('loses no column, even one that fits nowhere', async () => {
  const parts = cutAtColumns(await table(5, 'averyveryverylongwordindeedthatfitsnowhere'), ROOM)
  expect(heads(parts)).toEqual(['h0 h1', 'h0 h2', 'h0 h3', 'h0 h4'])
})
