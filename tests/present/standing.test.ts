import { describe, expect, it } from 'vitest'
import { runs, standing, wholeMinutes } from '../../src/present/page/standing.js'

const MINUTE = 60_000
const deck = {
  sections: [
    { title: 'One', minutes: 4, first: 3 },
    { title: 'Two', minutes: 10, first: 6 },
    { title: 'Three', minutes: 6, first: 12 },
  ],
}

describe('a speaker', () => {
  it('is on time while the section has time left', () => {
    expect(standing(deck, 3.9 * MINUTE, 4)).toEqual({ section: 0, from: 0, to: 4, late: 0, early: 0 })
    expect(standing(deck, 4 * MINUTE, 6)).toEqual({ section: 1, from: 4, to: 14, late: 0, early: 0 })
  })
  it('is late by the minutes since the section should have ended', () => {
    expect(standing(deck, 8.9 * MINUTE, 5)).toMatchObject({ section: 0, late: 4 })
    expect(standing(deck, 4.9 * MINUTE, 5)).toMatchObject({ late: 0 })
    expect(standing(deck, 25 * MINUTE, 12)).toMatchObject({ section: 2, late: 5 })
  })
  it('is early by the minutes until the section should begin', () => {
    expect(standing(deck, 10.5 * MINUTE, 13)).toMatchObject({ section: 2, late: 0, early: 3 })
  })
  it('is in the first section while title and agenda are shown', () => {
    expect(standing(deck, 1 * MINUTE, 1)).toMatchObject({ section: 0, from: 0, to: 4, late: 0 })
  })
  it('has the whole duration where sections have no minutes, and no plan without either', () => {
    const sections = [{ title: 'One', first: 1 }]
    expect(standing({ sections, duration: 30 }, 33 * MINUTE, 2)).toEqual({
      section: 0,
      from: 0,
      to: 30,
      late: 3,
      early: 0,
    })
    expect(standing({ sections }, 33 * MINUTE, 2)).toEqual({ section: 0, late: 0, early: 0 })
    expect(wholeMinutes({ sections, duration: 30 })).toBe(30)
    expect(wholeMinutes({ ...deck, duration: 30 })).toBe(20)
  })
  it('reads slides in a row as a range', () => {
    expect(runs([14, 18, 19, 20, 31])).toEqual([
      [14, 14],
      [18, 20],
      [31, 31],
    ])
  })
})
