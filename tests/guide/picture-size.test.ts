import { describe, expect, it } from 'vitest'
import { lengthOf, pictureSize } from '../../src/guide/picture-size.js'
import { boundedWidth } from '../../src/guide/index.js'

describe('the size of a picture', () => {
  it('is read in the units that HTML and CSS have', () => {
    const read = ['200', '200px', ' 12.5em ', '50%', '250%', '1in', '100px;', 80].map((one) => lengthOf(one))
    expect(read.map((length) => length && `${length.value}${length.unit}`)).toEqual([
      '200px',
      '200px',
      '200px',
      '50%',
      '100%',
      '96px',
      '100px',
      '80px',
    ])
  })
  it('says nothing where nothing can be kept', () => {
    const odd = [
      '',
      'auto',
      '-5',
      '0',
      '1e9',
      '99999',
      'calc(1px)',
      '10vw',
      '1;background:url(x)',
      null,
      undefined,
    ]
    expect(odd.map((one) => lengthOf(one))).toEqual(odd.map(() => undefined))
    expect(pictureSize('auto', '50%')).toBeUndefined()
  })
  it('bounds the width, by the height as well, and never enlarges', () => {
    const own = { width: 400, height: 200 }
    expect(boundedWidth(pictureSize('100', undefined), own, 1000)).toBe(100)
    expect(boundedWidth(pictureSize('900', undefined), own, 1000)).toBe(400)
    expect(boundedWidth(pictureSize('50%', undefined), own, 300)).toBe(150)
    expect(boundedWidth(pictureSize(undefined, '50'), own, 1000)).toBe(100)
    expect(boundedWidth(pictureSize('300', '50'), own, 1000)).toBe(100)
    expect(boundedWidth(pictureSize('300', undefined), {}, 1000)).toBe(300)
    expect(boundedWidth(undefined, own, 1000)).toBeUndefined()
  })
})
