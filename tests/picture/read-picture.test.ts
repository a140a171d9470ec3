import { describe, expect, it } from 'vitest'
import { readPicture } from '../../src/picture/index.js'
import { animatedGif, animatedWebp, avif, chunk, jpeg, losslessWebp, png, turnedJpeg, webp } from './bytes.js'

const size = { width: 3, height: 2 }

describe('a picture', () => {
  it.each([
    ['png', png(3, 2)],
    ['jpeg', jpeg],
    ['webp', webp],
    ['webp', losslessWebp],
    ['avif', avif],
  ])('is read as it is: %s', async (kind, bytes) => {
    expect(await readPicture(bytes)).toEqual({ kind, bytes, ...size, pixels: 6, removed: [] })
  })

  it('that was taken upright is higher than wide', async () => {
    expect(await readPicture(turnedJpeg(1))).toMatchObject(size)
    expect(await readPicture(turnedJpeg(6))).toMatchObject({ width: 2, height: 3 })
  })

  it.each([
    ['GIF', animatedGif, 'gif'],
    ['WebP', animatedWebp, 'webp'],
    [
      'PNG',
      png(3, 2, {
        more: [chunk('acTL', Buffer.from('0000000200000000', 'hex')), chunk('fcTL', Buffer.alloc(26))],
      }),
      'png',
    ],
  ])('that moves is held at its first frame: %s', async (_, bytes, kind) => {
    const read = await readPicture(bytes)
    if (!('kind' in read)) throw new Error(read.reason)
    expect(read).toMatchObject({ kind, ...size })
    expect(read.bytes.length).toBeLessThan(bytes.length)
    const text = Buffer.from(read.bytes).toString('latin1')
    expect(text).not.toMatch(/ANMF|acTL|fcTL/)
    expect(await readPicture(read.bytes)).toEqual(read)
    if (kind === 'gif') expect(text.split('\x2c\0\0\0\0')).toHaveLength(2)
  })

  it('that is an AVIF sequence shows its still picture', async () => {
    const film = Buffer.concat([avif, Buffer.from('000000086d6f6f76', 'hex')])
    film.write('avis', 8, 'latin1')
    const read = await readPicture(new Uint8Array(film))
    if (!('kind' in read)) throw new Error(read.reason)
    expect(Buffer.from(read.bytes).toString('latin1')).not.toMatch(/avis|moov/)
    expect(read).toMatchObject({ kind: 'avif', ...size })
  })

  it.each([
    ['PNG', png(3, 2)],
    ['JPEG', jpeg],
    ['GIF', animatedGif.subarray(0, -40)],
    ['WebP', webp],
    ['AVIF', avif],
  ])('cut off anywhere is broken, and never throws: %s', async (_, bytes) => {
    for (let length = 0; length < bytes.length; length++) {
      const read = await readPicture(bytes.subarray(0, length))
      expect(read, `${length} of ${bytes.length} bytes`).toHaveProperty('fault')
    }
  })

  it('whose pixels are damaged is broken', async () => {
    const damaged = png(30, 20)
    damaged[50] = (damaged[50] as number) ^ 0xff
    expect(await readPicture(damaged)).toEqual({ fault: 'broken', reason: 'its data are damaged' })
    expect(await readPicture(png(3, 2, { claim: [0, 2] }))).toMatchObject({ fault: 'broken' })
  })

  it('that unpacks to gigabytes is refused by its header', async () => {
    expect(await readPicture(png(1, 1, { claim: [50_000, 50_000] }))).toEqual({
      fault: 'too-large',
      reason: 'it has 50000 × 50000 pixels; at most 100 million are read',
    })
  })

  it.each([
    ['', 'the file is empty'],
    ['<!DOCTYPE html>\n<title>Not found</title>', 'it is a web page, not a picture'],
    [
      'version https://git-lfs.github.com/spec/v1\noid sha256:0',
      'it is a pointer of Git LFS: run "git lfs pull"',
    ],
    ['%PDF-1.7', 'it is a PDF: export the page as SVG or PNG'],
    ['\x1f\x8b\x08', 'it is compressed (.svgz): unpack it to an .svg'],
    ['\0\0\0\x18ftypheic\0\0\0\0', 'it is a HEIC: save it as JPEG'],
    ['just words', 'it is not a PNG, JPEG, GIF, WebP, AVIF or SVG'],
  ])('that is something else says what: %j', async (text, reason) => {
    expect(await readPicture(Buffer.from(text, 'latin1'))).toMatchObject({ reason })
  })
})
