import { describe, expect, it } from 'vitest'
import type { Browser, Sheet } from '../../src/browser/index.js'
import { createClock } from '../../src/build/clock.js'
import { ownPages } from '../../src/build/own-pages.js'

/** A browser that only counts its pages. */
function countingBrowser() {
  const closed: string[] = []
  const never = () => Promise.reject(new Error('not asked for'))
  const sheet = (name: string): Sheet => ({
    evaluate: never,
    print: never,
    close: async () => void closed.push(name),
  })
  const browser: Browser = {
    pid: 1,
    hasOwnFontsAlone: true,
    print: never,
    measure: never,
    open: async (_, options) => sheet(options?.name ?? ''),
    close: never,
  }
  return { browser, closed }
}

describe('what a guide leaves when it fails midway', () => {
  it('is no page: those that it did not close are closed, each once', async () => {
    const { browser, closed } = countingBrowser()
    const pages = ownPages(browser)
    const handout = await pages.browser.open('', { name: 'handout' })
    await pages.browser.open('', { name: 'deck' })
    await handout.close()
    await pages.close()
    await pages.close()
    expect(closed).toEqual(['handout', 'deck'])
  })

  it('is no step that still runs', async () => {
    const clock = createClock(() => undefined)
    const ended: string[] = []
    const slow = clock.run('deck', async () => {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      await clock.run('check', () => void ended.push('check'))
      ended.push('deck')
    })
    const failing = clock.run('plan', () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    expect(ended).toEqual([])
    await clock.settled()
    expect(ended).toEqual(['check', 'deck'])
    await slow
  })
})
