import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/pdf/index.js'
import { deckhand, guideIn, scratch } from '../support/cli.js'

const CHINESE = `---
lang: zh
date: 2026-11-24
---
# 开源是什么

## 欢迎

任何人都可以使用、研究、修改和分享它。

:::exercise[试一试]{minutes=5}
选一个许可证。
:::
`

/** A folder with node_modules/@fontsource/noto-sans-sc; .ci/run installs one, a newcomer need not. */
const project = process.env['DECKHAND_TEST_CJK']

async function build(source: string, packages?: string) {
  const folder = scratch()
  if (packages) symlinkSync(join(packages, 'node_modules'), join(folder, 'node_modules'))
  const { code, stderr } = await deckhand(['build', guideIn(folder, source), '--out', join(folder, 'out')])
  const pdf = (name: string) => readPdf(readFileSync(join(folder, 'out/talk', name)))
  const html = (): string => readFileSync(join(folder, 'out/talk/deck.html'), 'utf8')
  return { code, stderr, pdf, html }
}

describe('a Chinese guide', () => {
  it('without a font of its script has codes in the place of letters, English words, and one finding', async () => {
    const quotation = `\n> ${'任何人都可以使用、研究、修改和分享它。๏ '.repeat(9)}\n`
    const { code, stderr, pdf } = await build(CHINESE + quotation)
    expect(code).toBe(0)
    expect(stderr.match(/\[[\w-]+\]$/gm)).toEqual(['[letter-without-font]'])
    expect(stderr).toContain('npm install @fontsource/noto-sans-sc')
    const { text } = await pdf('handout.pdf')
    expect(text).toContain('Exercise 1')
    expect(text).toContain('[U+5F00]')
  })

  it.runIf(project)('with one has its letters, Chinese words, and no finding', async () => {
    const { code, stderr, pdf, html } = await build(CHINESE, project)
    expect(code).toBe(0)
    expect(stderr).not.toContain('warning')
    for (const name of ['deck.pdf', 'handout.pdf', 'facilitator.pdf']) {
      const { text, pages } = await pdf(name)
      expect(text).toContain('任何人都可以使用')
      expect(text).toContain('练习 1')
      expect(pages.flatMap(({ boxed }) => [...boxed])).toEqual([])
    }
    expect(html()).toContain("font-family: 'Script Sans'")
  })

  it('is built again once its font is there', async () => {
    const folder = scratch()
    const guide = guideIn(folder, CHINESE)
    const args = ['build', guide, '--out', join(folder, 'out')]
    await deckhand(args)
    expect((await deckhand(args)).stdout).toContain('Unchanged')
    const home = join(folder, 'node_modules/@fontsource/noto-sans-sc')
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), '{}')
    expect((await deckhand(args)).stdout).not.toContain('Unchanged')
  })

  it.runIf(!project)('with one was not tried: DECKHAND_TEST_CJK names no folder with a font package', () => {
    expect(project).toBeUndefined()
  })
})
