import type { PdfFile } from './file.js'
import { readFont, textOf } from './font.js'
import type { PdfFont } from './font.js'
import { readOperations } from './operations.js'
import { inReadingOrder } from './reading-order.js'
import { gatherRuns } from './run.js'
import type { Run } from './run.js'
import { decodeText } from './strings.js'
import { isArray, isDictionary, isName, isReference, isString } from './syntax.js'
import type { PdfDictionary, PdfValue } from './syntax.js'

/** Reads the text of single marks, where the rest of what is drawn does not matter. */
export interface MarkedText {
  /** @param content what is drawn, unpacked @param fonts by the names that the content gives them */
  read(content: string, mcid: number, fonts: PdfDictionary): LineText
}

/** A text, and the baselines of its first and last line, in the units of what is drawn. */
export interface LineText {
  readonly text: string
  readonly first: number
  readonly last: number
}

export function markedText(file: PdfFile, rightToLeft: boolean): MarkedText {
  const known = new Map<number, PdfFont>()

  function fontOf(value: PdfValue | undefined): PdfFont | undefined {
    if (!isReference(value)) return undefined
    const font = known.get(value.object) ?? readFont(file, value)
    known.set(value.object, font)
    return font
  }

  return {
    read(content, mcid, fonts) {
      const found: Run[] = []
      const runs = gatherRuns((run) => found.push(run))
      let font: PdfFont | undefined
      let y = 0
      readOperations(stretchOf(content, mcid), (operator, [first, second, ...others]) => {
        if (operator === 'Tf') font = isName(first) ? fontOf(fonts.get(first.name)) : undefined
        else if (operator === 'Tm') y = Number(others[3])
        else if (operator === 'Tj') runs.put(isString(first) ? textOf(font, first.bytes) : '', y)
        else if (operator === 'TJ' && isArray(first))
          for (const one of first) runs.put(isString(one) ? textOf(font, one.bytes) : '', y)
        else if (operator === 'BMC' || operator === 'BDC') {
          const actual = isDictionary(second) ? decodeText(second.get('ActualText')) : undefined
          const reversed = isName(first) && first.name === 'ReversedChars'
          runs.begin({ reversed, ...(actual === undefined ? {} : { actual }) })
        } else if (operator === 'EMC') runs.end(y)
      })
      runs.flush()
      return {
        text: inReadingOrder(found, rightToLeft),
        first: found[0]?.y ?? 0,
        last: found.at(-1)?.y ?? 0,
      }
    },
  }
}

/** What is drawn between a mark's begin and its end. */
function stretchOf(content: string, mcid: number): string {
  const begin = new RegExp(`/MCID\\s+${mcid}\\s*>>\\s*BDC`).exec(content)
  if (!begin) return ''
  const start = begin.index + begin[0].length
  const bracket = /\b(?:BDC|BMC|EMC)\b/g
  bracket.lastIndex = start
  let depth = 1
  for (let found = bracket.exec(content); found; found = bracket.exec(content)) {
    depth += found[0] === 'EMC' ? -1 : 1
    if (depth === 0) return content.slice(start, found.index)
  }
  return content.slice(start)
}
