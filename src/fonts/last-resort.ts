import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontFolder } from './manifest.js'
import { inRanges, type Range } from './ranges.js'

let ranges: readonly Range[] | undefined

/** Whether the font that comes along for what the faces of the look lack (DejaVu Sans) has a character. */
export function hasLastResort(character: string): boolean {
  ranges ??= readRanges(readFileSync(join(fontFolder(), 'system', 'DejaVuSans.ttf')))
  return inRanges(character.codePointAt(0) ?? 0, ranges)
}

/** What a TrueType font has: its `cmap`, format 12 (OpenType specification). */
function readRanges(font: Buffer): readonly Range[] {
  const map = tableOf(font, 'cmap')
  const count = font.readUInt16BE(map + 2)
  for (let record = 0; record < count; record++) {
    const subtable = map + font.readUInt32BE(map + 4 + record * 8 + 4)
    if (font.readUInt16BE(subtable) !== 12) continue
    return Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, group): Range => {
      const at = subtable + 16 + group * 12
      return [font.readUInt32BE(at), font.readUInt32BE(at + 4)]
    })
  }
  throw new Error('The font of last resort has no character map of format 12.')
}

function tableOf(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let record = 12; record < 12 + count * 16; record += 16)
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  throw new Error(`The font of last resort has no table ${tag}.`)
}
