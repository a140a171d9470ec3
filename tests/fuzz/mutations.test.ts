import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText } from '../support/memory-world.js'
import { settings } from './settings.js'
import { textsOf } from './texts.js'

const root = join(import.meta.dirname, '..', '..')

/** Every Markdown file that the tests and the shipped guides have; the longest only once in a while. */
const sources = ['tests/fixtures', 'content', 'tests/handout']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
  .filter((source) => source.length < 40_000)

/** Marks that begin or end something, and what no editor shows. */
const SPECIAL = [
  ':::',
  '::::notes\n',
  ':::\n',
  '```',
  '~~~\n',
  '---\n',
  '\n---\n',
  '<',
  '<!--',
  '-->',
  '</div>',
  '<details>',
  '<table><tr><td>',
  '|',
  '| - | - |\n',
  '$',
  '$$',
  '\\(',
  '[',
  '](',
  '[^1]',
  '[^1]: ',
  '![',
  '{#id}',
  '{',
  '{{',
  '{%',
  '> ',
  '- ',
  '1. ',
  '# ',
  '\t',
  '    ',
  '\0',
  '\uFEFF',
  '\r',
  '\r\n',
  '\u2028',
  '\u200F',
  '\uD800',
  '&#0;',
  '&amp',
  '*',
  '_',
  '`',
  '\\',
]

type Mutation = (source: string) => string

const at = fc.double({ min: 0, max: 1, noNaN: true })
const line = (lines: readonly string[], where: number): number =>
  Math.floor(where * Math.max(0, lines.length - 1))
const byLines =
  (change: (lines: string[], index: number, other: number) => void) =>
  (where: number, elsewhere: number): Mutation =>
  (source) => {
    const lines = source.split('\n')
    change(lines, line(lines, where), line(lines, elsewhere))
    return lines.join('\n')
  }

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(at, at).map(([a, b]) => byLines((lines, index) => void lines.splice(index, 1))(a, b)),
  fc
    .tuple(at, at)
    .map(([a, b]) => byLines((lines, index) => void lines.splice(index, 0, lines[index] ?? ''))(a, b)),
  fc.tuple(at, at).map(([a, b]) =>
    byLines((lines, index, other) => {
      const [one = '', two = ''] = [lines[index], lines[other]]
      lines[index] = two
      lines[other] = one
    })(a, b),
  ),
  fc
    .tuple(at, at)
    .map(([a, b]) =>
      byLines((lines, index, other) => void lines.splice(Math.min(index, other), Math.abs(index - other)))(
        a,
        b,
      ),
    ),
  at.map(
    (where): Mutation =>
      (source) =>
        source.slice(0, Math.floor(where * source.length)),
  ),
  at.map(
    (where): Mutation =>
      (source) =>
        source.slice(Math.floor(where * source.length)),
  ),
  fc.tuple(at, fc.constantFrom(...SPECIAL)).map(([where, special]): Mutation => (source) => {
    const index = Math.floor(where * source.length)
    return source.slice(0, index) + special + source.slice(index)
  }),
  fc.tuple(at, fc.nat({ max: 127 })).map(([where, code]): Mutation => (source) => {
    const index = Math.floor(where * source.length)
    return source.slice(0, index) + String.fromCharCode(code) + source.slice(index + 1)
  }),
)

const mutated = fc
  .tuple(fc.constantFrom(...sources), fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([source, mutations]) => mutations.reduce((text, mutate) => mutate(text), source))

test('a broken guide is read, planned and written, or told what is wrong with it', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (source) => {
      const texts = await textsOf(source)
      if (texts) expect(texts.held.deck).toMatch(/^---\nmarp: true\n/)
      else
        expect((await readText(source)).findings.filter(({ severity }) => severity === 'error')).not.toEqual(
          [],
        )
    }),
    settings(60),
  )
})

test('reading twice gives the same', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (source) => {
      const [first, second] = [await readText(source), await readText(source)]
      expect(second).toEqual(first)
    }),
    settings(60),
  )
})

test('bytes that are no text are refused, not thrown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { guide, findings } = await readText(bytes)
      if (!guide) expect(findings.length).toBeGreaterThan(0)
    }),
    settings(60),
  )
})
