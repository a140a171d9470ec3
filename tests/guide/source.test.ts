import { describe, expect, it } from 'vitest'
import { readText } from '../support/memory-world.js'

const only = async (source: string | Uint8Array) => {
  const { guide, findings } = await readText(source)
  return { guide, codes: findings.map((one) => one.code), first: findings[0] }
}

describe('bad sources', () => {
  it('an empty file is one finding', async () => {
    expect(await only('')).toMatchObject({ guide: undefined, codes: ['source-empty'] })
    expect(await only('\uFEFF \n\n')).toMatchObject({ guide: undefined, codes: ['source-empty'] })
  })

  it('invalid UTF-8 is named by line and column', async () => {
    const bytes = Buffer.concat([
      Buffer.from('# Title\n\nCaf'),
      Buffer.from([0xe9]),
      Buffer.from(' au lait\n'),
    ])
    const { guide, first } = await only(bytes)
    expect(guide).toBeUndefined()
    expect(first).toMatchObject({ code: 'source-not-utf8', severity: 'error', place: { line: 3, column: 4 } })
  })

  it('UTF-16 and UTF-32 are told, with their mark and without', async () => {
    for (const text of ['\uFEFF# T\n\nText.\n', '# T\n\nText.\n'])
      expect(await only(Buffer.from(text, 'utf16le'))).toMatchObject({ codes: ['source-not-utf8'] })
    expect(await only('A \0 in a text\n')).toMatchObject({ codes: [] })
  })

  it('a file of 20 MB is refused', async () => {
    const { guide, codes } = await only(Buffer.alloc(20_000_000, 'a '))
    expect(guide).toBeUndefined()
    expect(codes).toEqual(['source-too-large'])
  })

  it('what turns letters round or stands for something of ours is taken out, and the former told once', async () => {
    const { guide, codes, first } = await only(
      '# T\n\n## S\n\nif \u202Ex \u202D} \uFDD3 \uFDD41\uFDD5 {page}\n',
    )
    expect(codes).toEqual(['source-overrides'])
    expect(first?.place).toMatchObject({ line: 5, column: 4 })
    expect(JSON.stringify(guide?.sections)).toContain('if x } \uFFFD \uFFFD1\uFFFD {page}')
  })

  it('a byte order mark and CRLF change nothing', async () => {
    const source = '---\ntitle: T\n---\n\n## A\n\n:::notes\nSay it.\n:::\n\nText.\n'
    const plain = await only(source)
    const windows = await only(`\uFEFF${source.replace(/\n/g, '\r\n')}`)
    expect(windows.codes).toEqual([])
    expect(
      JSON.stringify(windows.guide?.sections.map((one) => one.parts[0]?.blocks.map((block) => block.kind))),
    ).toBe(
      JSON.stringify(plain.guide?.sections.map((one) => one.parts[0]?.blocks.map((block) => block.kind))),
    )
  })

  it('as much nesting and as many dollars as the bounds allow are read', async () => {
    const nested = `${'> '.repeat(25)}deep`
    const dollars = '$a '.repeat(1_900)
    const { guide, codes } = await only(`# T\n\n${nested}\n\n${dollars}\n`)
    expect(codes).toEqual([])
    expect(guide).toBeDefined()
  })
})

it('a heading as long as a paragraph is one', async () => {
  const { guide, codes, first } = await only(`# T\n\n## ${'word '.repeat(60)}\n\n## S\n\nText.\n`)
  expect(codes).toEqual(['heading-long'])
  expect(first?.place?.line).toBe(3)
  expect(guide?.introduction?.blocks[0]).toMatchObject({ kind: 'paragraph', text: [{ type: 'strong' }] })
  expect(guide?.sections).toHaveLength(1)
})
