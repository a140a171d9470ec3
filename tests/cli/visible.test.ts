import { describe, expect, it } from 'vitest'
import { columnsOf, visible } from '../../src/cli/visible.js'

describe('text of a guide on a terminal', () => {
  it.each([
    ['\u001B[31mred\u001B[0m', '␛[31mred␛[0m'],
    ['a\r\nb\u0007', 'a␍␊b␇'],
    ['\u009B2J', '<U+009B>2J'],
    ['\u202Egnp.exe', '<U+202E>gnp.exe'],
    ['\u{1F468}\u200D\u{1F469}', '\u{1F468}\u200D\u{1F469}'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['half \uD83D pair', 'half <U+D83D> pair'],
    ['plain – ünï 漢字', 'plain – ünï 漢字'],
  ])('%j', (text, expected) => expect(visible(text)).toBe(expected))

  it.each([
    ['a', 1],
    ['漢', 2],
    ['ｶ', 1],
    ['Ａ', 2],
    ['한', 2],
    ['🎉', 2],
    ['👩‍🚀', 2],
    ['☂️', 2],
    ['☂', 1],
    ['e\u0301', 1],
    ['\u0301', 0],
  ])('counts the columns of %s', (grapheme, columns) => expect(columnsOf(grapheme)).toBe(columns))
})
