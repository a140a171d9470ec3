import { markKey } from './content.js'
import type { FontCache } from './content.js'
import type { PdfFile } from './file.js'
import { readFont, textOf } from './font.js'
import type { PdfFont } from './font.js'
import type { MarkKind } from './mark-kinds.js'
import { concatenate, identity, matrixOf } from './matrix.js'
import type { Matrix } from './matrix.js'
import type { PdfPageObject } from './pages.js'
import { isArray, isDictionary, isName, isReference, isString, isWord, parseValue } from './syntax.js'
import type { PdfValue } from './syntax.js'

/** Red, green and blue, 0 to 1. */
export type InkColour = readonly [red: number, green: number, blue: number]

/** Text that is drawn at one go. */
export interface InkText {
  /** 1-based. */
  readonly page: number
  readonly text: string
  /** pt */
  readonly size: number
  /** Undefined where it is a pattern. */
  readonly colour: InkColour | undefined
  /** What it stands on; undefined on a picture. */
  readonly ground: InkColour | undefined
  /** What it belongs to; undefined for headings, list marks, running lines and the like. */
  readonly kind: MarkKind | undefined
}

interface Fill {
  readonly colour: InkColour | undefined
  /** 0 to 1. */
  readonly alpha: number
}

interface State extends Fill {
  readonly matrix: Matrix
  readonly font: PdfFont | undefined
  readonly size: number
}

/** What lies on the page: a rectangle, in the page's points. */
interface Ground {
  readonly from: Point
  readonly to: Point
  readonly colour: InkColour | undefined
}

type Point = readonly [x: number, y: number]

const WHITE: InkColour = [1, 1, 1]
const BLACK: InkColour = [0, 0, 0]

interface InkOfPage {
  /** Number of the page's object. */
  readonly object: number
  readonly page: PdfPageObject
  /** What the marks belong to, by `markKey`. */
  readonly kinds: ReadonlyMap<string, MarkKind>
  /** Fonts that have been read, by object; the pages share them. */
  readonly fonts: FontCache
}

/** Reads what a page draws, in order. */
export function readInkOfPage(file: PdfFile, { object, page, kinds, fonts }: InkOfPage): readonly InkText[] {
  const texts: InkText[] = []
  const grounds: Ground[] = []
  const marks: (MarkKind | undefined)[] = []

  function read(content: string, owner: number, resources: PdfValue | undefined, start: State): void {
    const saved: State[] = []
    let state = start
    let [line, cell]: [Matrix, Matrix] = [identity, identity]
    let path: Point[] = []
    /** Whether what is shown next goes on in the line of what was shown last. */
    let isRow = false
    const at = (x: number, y: number): Point => apply(state.matrix, x, y)

    function show(value: PdfValue | undefined): void {
      const text = isString(value) ? textOf(state.font, value.bytes) : ''
      if (text === '') return
      const matrix = concatenate(cell, state.matrix)
      const [a, b, c, d] = matrix
      const { size } = state
      const last = texts.at(-1)
      const ground = groundAt(apply(matrix, size * 0.2, size * 0.3))
      const one: InkText = {
        page: page.number,
        text,
        size: size * Math.sqrt(Math.abs(a * d - b * c)),
        colour: over(state, ground),
        ground,
        kind: marks.findLast((kind) => kind !== undefined),
      }
      // Glyphs of one line are shown one by one.
      if (last && isOneStyle(last, one) && isRow)
        texts[texts.length - 1] = { ...last, text: last.text + text }
      // A blank by itself leaves nothing on the paper.
      else if (text.trim() !== '') texts.push(one)
      else return
      isRow = true
    }

    function fill(): void {
      if (path.length > 0) {
        const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)]
        const from: Point = [Math.min(...xs), Math.min(...ys)]
        const to: Point = [Math.max(...xs), Math.max(...ys)]
        const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
        if (path.every((point) => isCorner(point, from, to)))
          grounds.push({ from, to, colour: over(state, groundAt(middle)) })
      }
      path = []
    }

    function paint(name: string): void {
      const form = listed(resources, 'XObject', name)
      const dictionary = file.dictionary(form)
      const type = file.resolve(dictionary.get('Subtype'))
      if (isName(type) && type.name === 'Image') {
        const corners = [at(0, 0), at(1, 1)] as const
        const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
        const [from, to]: Point[] = [
          [Math.min(...xs), Math.min(...ys)],
          [Math.max(...xs), Math.max(...ys)],
        ]
        if (from && to) grounds.push({ from, to, colour: undefined })
      } else if (isReference(form)) {
        const matrix = concatenate(matrixOf(file.array(dictionary.get('Matrix'))), state.matrix)
        read(file.stream(form), form.object, dictionary.get('Resources') ?? resources, { ...state, matrix })
      }
    }

    const moved = (matrix: Matrix): void => {
      line = matrix
      cell = matrix
    }
    const operations: Readonly<Record<string, (operands: readonly PdfValue[]) => void>> = {
      q: () => saved.push(state),
      Q: () => (state = saved.pop() ?? state),
      cm: (operands) => (state = { ...state, matrix: concatenate(matrixOf(operands), state.matrix) }),
      gs: ([name]) => {
        const alpha = isName(name) ? file.entry(listed(resources, 'ExtGState', name.name), 'ca') : undefined
        if (typeof alpha === 'number') state = { ...state, alpha }
      },
      g: (operands) => (state = { ...state, colour: colourOf(operands) }),
      rg: (operands) => (state = { ...state, colour: colourOf(operands) }),
      k: (operands) => (state = { ...state, colour: colourOf(operands) }),
      sc: (operands) => (state = { ...state, colour: colourOf(operands) }),
      scn: (operands) => (state = { ...state, colour: colourOf(operands) }),
      re: ([x, y, width, height]) => {
        const [left, low] = [Number(x), Number(y)]
        const [right, high] = [left + Number(width), low + Number(height)]
        path.push(at(left, low), at(right, low), at(right, high), at(left, high))
      },
      m: ([x, y]) => path.push(at(Number(x), Number(y))),
      l: ([x, y]) => path.push(at(Number(x), Number(y))),
      // A curve is no ground that is told apart.
      c: () => path.push([NaN, NaN]),
      f: fill,
      'f*': fill,
      B: fill,
      b: fill,
      n: () => (path = []),
      S: () => (path = []),
      s: () => (path = []),
      BT: () => {
        isRow = false
        moved(identity)
      },
      Tf: ([name, size]) => {
        isRow = false
        state = {
          ...state,
          font: isName(name) ? fontOf(resources, name.name) : undefined,
          size: Number(size),
        }
      },
      Tm: (operands) => {
        isRow = false
        moved(matrixOf(operands))
      },
      Td: ([x, y]) => moved(concatenate([1, 0, 0, 1, Number(x), Number(y)], line)),
      TD: ([x, y]) => moved(concatenate([1, 0, 0, 1, Number(x), Number(y)], line)),
      Tj: ([text]) => show(text),
      TJ: ([list]) => isArray(list) && list.forEach(show),
      BDC: ([, properties]) => {
        const dictionary = isName(properties)
          ? file.dictionary(listed(resources, 'Properties', properties.name))
          : properties
        const mcid = isDictionary(dictionary) ? dictionary.get('MCID') : undefined
        const keys = typeof mcid === 'number' ? [owner, object].map((stream) => markKey(stream, mcid)) : []
        marks.push(keys.map((key) => kinds.get(key)).find((kind) => kind !== undefined))
      },
      BMC: () => marks.push(undefined),
      EMC: () => marks.pop(),
      Do: ([name]) => isName(name) && paint(name.name),
    }
    readEvery(content, (operator, operands) => operations[operator]?.(operands))
  }

  function groundAt([x, y]: Point): InkColour | undefined {
    const under = grounds.findLast(({ from, to }) => x >= from[0] && x <= to[0] && y >= from[1] && y <= to[1])
    return under ? under.colour : WHITE
  }

  function listed(resources: PdfValue | undefined, kind: string, name: string): PdfValue | undefined {
    return file.dictionary(file.entry(resources, kind)).get(name)
  }

  function fontOf(resources: PdfValue | undefined, name: string): PdfFont {
    const font = listed(resources, 'Font', name)
    if (!isReference(font)) return readFont(file, font)
    const found = fonts.get(font.object) ?? readFont(file, font)
    fonts.set(font.object, found)
    return found
  }

  const contents = file.resolve(page.dictionary.get('Contents'))
  const streams = isArray(contents) ? contents : [page.dictionary.get('Contents')]
  const start: State = { matrix: identity, font: undefined, size: 0, colour: BLACK, alpha: 1 }
  read(streams.map((stream) => file.stream(stream)).join('\n'), object, page.resources, start)
  return texts
}

/** Calls `visit` with each operator of a content stream, and what stands before it. */
function readEvery(content: string, visit: (operator: string, operands: readonly PdfValue[]) => void): void {
  let operands: PdfValue[] = []
  for (let parsed = parseValue(content, 0); parsed; parsed = parseValue(content, parsed.end)) {
    if (!isWord(parsed.value)) operands.push(parsed.value)
    else {
      visit(parsed.value.word, operands)
      operands = []
    }
  }
}

function isOneStyle(one: InkText, other: InkText): boolean {
  return (
    one.page === other.page &&
    Math.abs(one.size - other.size) < 0.01 &&
    String(one.colour) === String(other.colour) &&
    String(one.ground) === String(other.ground) &&
    one.kind === other.kind
  )
}

function isCorner([x, y]: Point, from: Point, to: Point): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.5
  return (near(x, from[0]) || near(x, to[0])) && (near(y, from[1]) || near(y, to[1]))
}

/** A colour as it looks on its ground. */
function over({ colour, alpha }: Fill, ground: InkColour | undefined): InkColour | undefined {
  if (!colour || alpha === 1) return colour
  if (!ground) return undefined
  const [red, green, blue] = colour.map((part, index) => part * alpha + (ground[index] ?? 1) * (1 - alpha))
  return [red ?? 0, green ?? 0, blue ?? 0]
}

function colourOf(operands: readonly PdfValue[]): InkColour | undefined {
  const [a = 0, b = 0, c = 0, d] = operands.filter((value) => typeof value === 'number')
  switch (operands.length) {
    case 1:
      return typeof operands[0] === 'number' ? [a, a, a] : undefined
    case 3:
      return [a, b, c]
    case 4:
      return [(1 - a) * (1 - (d ?? 0)), (1 - b) * (1 - (d ?? 0)), (1 - c) * (1 - (d ?? 0))]
    default:
      return undefined
  }
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}
