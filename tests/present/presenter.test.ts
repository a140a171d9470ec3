import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readPdf } from '../../src/pdf/index.js'
import { openViewer, type Viewer } from '../hostile/viewer.js'
import { deckhand, guideIn } from '../support/cli.js'

const folder = mkdtempSync(join(tmpdir(), 'deckhand-test-present-'))
const deck = join(folder, 'out/talk/deck.html')
const guide = `---
title: Talk "</div><script>window.owned = 1</script>
duration: 20
variant: dark
---

## Beginning {minutes=4}

Words to begin with.

:::notes
Say this.

*Wait for hands.*
:::

## Middle "</script>" {minutes=10}

### Étude one

Words.

### Aside {priority=could}

More words.

:::exercise[Try it]{minutes=2 how="in pairs"}
1. What is it?
:::

## End {minutes=6}

Last words.
`
/** Title, agenda, divider, statement; 5 divider, 6 étude, 7 aside, 8 exercise; 9 divider, 10 the last. */
const SLIDES = 10
let viewer: Viewer
let room: Page
const asked: string[] = []

beforeAll(async () => {
  const run = await deckhand([
    'build',
    guideIn(folder, guide),
    '--out',
    join(folder, 'out'),
    '--only',
    'deck.html',
  ])
  expect(run.code, run.stderr).toBe(0)
  viewer = await openViewer()
})
afterAll(async () => {
  await viewer?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  if (room) await room.close()
  room = await open()
})

async function open(query = ''): Promise<Page> {
  const page = await viewer.open(deck, query)
  listen(page)
  await settle(page)
  return page
}

function listen(page: Page): void {
  page.on('pageerror', (error) => asked.push(String(error)))
  page.on('request', (request) => {
    if (!/^(?:data:|file:[^#?]*\/talk\/deck\.html)/.test(request.url())) asked.push(request.url())
  })
}

/** Messages between windows and observers have come. */
const settle = async (...pages: Page[]): Promise<void> => {
  for (const page of pages) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)))
}
const slide = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('svg.bespoke-marp-slide')].findIndex((one) =>
        one.matches('.bespoke-marp-active'),
      ) + 1,
  )
const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText.trim())
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key as 'Enter')
  await settle(page)
}
/** What windows tell each other comes when it comes. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { interval: 30, timeout: 10_000 })
/** Moves the page's clock on; all that it shows is shown anew with its next tick. */
const later = async (minutes: number, page: Page, ticks = 0): Promise<void> => {
  await page.evaluate((ms) => {
    const now = Date.now
    Date.now = () => now() + ms
  }, minutes * 60_000)
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), ticks * 300)
}
async function presenterOf(page: Page): Promise<Page> {
  const popup = new Promise<Page>((resolve) => page.once('popup', (one) => resolve(one as Page)))
  await page.keyboard.press('p')
  const view = await popup
  listen(view)
  await view.waitForSelector('.dh-panel')
  await settle(view)
  return view
}

describe('the deck in the room', () => {
  it('turns with a clicker alone, and a slide has an address that outlives a reload', async () => {
    await press(room, 'PageDown', 'PageDown', 'PageUp', 'PageDown')
    await eventually(() => slide(room)).toBe(3)
    await press(room, 'End')
    await eventually(() => slide(room)).toBe(SLIDES)
    const deep = await open('#7')
    await eventually(() => slide(deep)).toBe(7)
    await press(deep, 'PageDown')
    await deep.reload()
    await settle(deep)
    await eventually(async () => [await slide(deep), new URL(deep.url()).hash]).toEqual([8, '#8'])
    await deep.close()
  })

  it('goes to a slide by its number, and by its title without its accents', async () => {
    await press(room, '1', '0', 'Enter')
    await eventually(() => slide(room)).toBe(10)
    await press(room, 'g')
    await eventually(() => text(room, '.dh-found')).toMatch(
      /^1\s*Talk [^]*2\s*What we will do[^]*6\s*Étude one/,
    )
    await room.keyboard.type('ONE etude')
    await press(room, 'Enter')
    await eventually(() => slide(room)).toBe(6)
    await press(room, 'g')
    await room.keyboard.type('nowhere')
    await eventually(() => text(room, '.dh-none')).toBe('No such slide')
    await press(room, 'Enter', 'Escape')
    await eventually(() => slide(room)).toBe(6)
    await press(room, 'g', 'ArrowDown', 'ArrowDown', 'Enter')
    await eventually(() => slide(room)).toBe(8)
  })

  it('shows a black or white screen that the next turn lifts', async () => {
    const shown = () => room.$eval('.dh-blank', (sheet) => getComputedStyle(sheet).backgroundColor)
    const isShown = () => room.$eval('.dh-blank', (sheet) => sheet.checkVisibility())
    await press(room, '.')
    expect([await isShown(), await shown()]).toEqual([true, 'rgb(0, 0, 0)'])
    await press(room, 'w')
    expect(await shown()).toBe('rgb(255, 255, 255)')
    await press(room, 'PageDown')
    await eventually(async () => [await isShown(), await slide(room)]).toEqual([false, 1])
    await press(room, 'PageDown')
    await eventually(() => slide(room)).toBe(2)
  })

  it('lists its keys, and gives the keyboard back', async () => {
    await press(room, '?')
    await eventually(() => text(room, '.dh-help dl')).toMatch(/g\s+1–9\s+Go to slide/)
    await press(room, 'PageDown', 'Escape', 'h')
    expect(await room.$eval('.dh-help', (dialog) => (dialog as HTMLDialogElement).open)).toBe(true)
    await press(room, 'Escape')
    await eventually(() => slide(room)).toBe(1)
    await press(room, 'PageDown')
    await eventually(() => slide(room)).toBe(2)
  })

  it('counts an exercise down in its field', async () => {
    const field = 'svg.bespoke-marp-active header'
    await press(room, '8', 'Enter')
    await eventually(() => text(room, field)).toMatch(/2\s*minutes$/)
    await press(room, 't')
    await eventually(() => text(room, field)).toMatch(/2:00\s*minutes$/)
    await later(1.5, room)
    await eventually(() => text(room, field)).toMatch(/0:30\s*minutes$/)
    await press(room, 't')
    await later(5, room, 1)
    await eventually(() => text(room, field)).toMatch(/0:30/)
    await press(room, 'm', 't')
    await later(1, room)
    await eventually(() => text(room, field)).toMatch(/0:(?:30|29)/)
    await later(1, room)
    await eventually(() => text(room, field)).toMatch(/0:00\s*Time is up$/)
    await press(room, 'T')
    await eventually(() => text(room, field)).toMatch(/in pairs\s*2\s*minutes$/)
  })

  it('prints every slide, without what is over them', async () => {
    await press(room, '8', 'Enter', 't', 'b', '?')
    const { pages } = await readPdf(await room.pdf({ preferCSSPageSize: true, printBackground: true }))
    expect(pages).toHaveLength(SLIDES)
    const words = pages.map((page) => page.allText).join(' ')
    expect(words).toContain('Last words')
    expect(words).not.toMatch(/Keys|Say this|2:00|Black screen/)
  })

  it('takes letters by their place on keyboards of other scripts', async () => {
    await room.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'и', code: 'KeyB', bubbles: true })),
    )
    expect(await room.$eval('.dh-blank', (sheet) => (sheet as HTMLElement).dataset.blank)).toBe('black')
  })
})

describe('the presenter', () => {
  it('sees the clock against the minutes of the guide, section by section', async () => {
    const view = await presenterOf(room)
    await eventually(() => text(view, '.dh-clock .dh-time')).toBe('0:00')
    await press(view, 'PageDown', 'PageDown', 'PageDown')
    await eventually(async () => [await slide(room), await text(view, '.dh-position')]).toEqual([
      4,
      '4 of 10',
    ])
    await eventually(() => text(view, '.dh-here')).toMatch(/1\s+Beginning\s+0 to 4 min/)
    await eventually(() => text(view, '.dh-state')).toBe('On time')
    await later(8.1, view)
    await eventually(() => text(view, '.dh-clock')).toMatch(/^8:0\d\s*\/ 20 min/)
    await eventually(() => text(view, '.dh-standing')).toMatch(/^4 min late\s+Skip first: 7 to 8$/)
    await press(view, '9', 'Enter')
    await settle(room)
    await eventually(() => text(view, '.dh-state')).toBe('5 min early')
    await press(view, 's')
    await later(10, view, 1)
    await eventually(() => text(view, '.dh-clock .dh-time')).toMatch(/^8:0\d$/)
    await view.reload()
    await settle(view)
    await eventually(() => text(view, '.dh-clock .dh-time')).toMatch(/^8:0\d$/)
    await press(view, 'r', 'PageDown')
    await eventually(() => text(view, '.dh-clock .dh-time')).toBe('0:00')
    await eventually(() => slide(room)).toBe(10)
    await view.close()
  })

  it('has notes, in which doing is told from saying, and the next slide', async () => {
    const view = await presenterOf(room)
    await press(view, '4', 'Enter')
    await eventually(() => text(view, '.bespoke-marp-note.active .dh-do')).toBe('Wait for hands.')
    await eventually(() => text(view, '.bespoke-marp-note.active')).toMatch(/^Say this\./)
    const next = view.frames().find((frame) => frame.url().includes('view=next'))
    await eventually(async () =>
      next?.$eval('svg.bespoke-marp-active section', (section) => section.id),
    ).toBe('5')
    await view.close()
  })

  it('shares black screen, countdown and pointer with the room', async () => {
    const view = await presenterOf(room)
    await press(view, '8', 'Enter', 'b', 't')
    await settle(room)
    await eventually(async () =>
      room.$eval('.dh-blank', (sheet) => (sheet as HTMLElement).dataset.blank),
    ).toBe('black')
    await eventually(() => text(view, '.dh-blank')).toBe('Black screen')
    await eventually(() => text(room, 'svg.bespoke-marp-active header')).toMatch(/2:00|1:59/)
    await eventually(() => text(view, '.dh-exercise .dh-time')).toMatch(/2:00|1:59/)
    await press(view, 'b', 'l')
    const spot = async (page: Page) =>
      page.evaluate(() => {
        const dot = document.querySelector('.dh-pointer')?.getBoundingClientRect()
        const box = document.querySelector('svg.bespoke-marp-active section')?.getBoundingClientRect()
        if (!dot || !box || dot.width === 0) return undefined
        const part = (value: number, whole: number) => Math.round((100 * value) / whole)
        return [
          part((dot.left + dot.right) / 2 - box.left, box.width),
          part((dot.top + dot.bottom) / 2 - box.top, box.height),
        ]
      })
    const [x, y] = await view.$eval('svg.bespoke-marp-active section', (section) => {
      const box = section.getBoundingClientRect()
      return [box.left + box.width * 0.25, box.top + box.height * 0.75] as const
    })
    await view.bringToFront()
    await view.mouse.move(x, y)
    await settle(view, room)
    await eventually(async () => [await spot(view), await spot(room)]).toEqual([
      [25, 75],
      [25, 75],
    ])
    await press(view, 'l')
    await settle(room)
    await eventually(async () => spot(room)).toBeUndefined()
    await view.close()
  })
})

describe('everyone', () => {
  /** What Tab reaches: its name, and whether its focus is seen. */
  async function reached(page: Page, most: number): Promise<readonly (readonly [string, boolean])[]> {
    const list: [string, boolean][] = []
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab')
      const [name, isSeen] = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const name = element.ariaLabel ?? element.title
        return [
          `${name === '' ? element.innerText : name}`.replace(/\s+/g, ' ').trim(),
          element.checkVisibility() && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        ] as const
      })
      list.push([name, isSeen])
    }
    return list
  }

  it('reaches what there is by Tab, sees where that is, and is told its name', async () => {
    const inRoom = await reached(room, 5)
    expect(inRoom).toEqual(
      ['Next slide', 'Full screen (f)', 'Overview (o)', 'Presenter view (p)', 'Keys'].map((name) => [
        name,
        true,
      ]),
    )
    await press(room, 'ArrowRight')
    await eventually(() => slide(room)).toBe(2)
    const view = await presenterOf(room)
    await press(view, '8', 'Enter')
    const inView = await reached(view, 11)
    expect(inView.filter(([name, isSeen]) => name === '' || !isSeen)).toEqual([])
    expect(inView.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'Clock: Start/pause',
        'Countdown: Add a minute',
        'Larger notes (+)',
        'Next slide',
      ]),
    )
    await view.close()
  })

  it('sees nothing move who asks for less motion', async () => {
    const durations = () =>
      room.$$eval('.bespoke-progress-bar, .bespoke-marp-osc', (all) =>
        all.map((one) => getComputedStyle(one).transitionDuration),
      )
    expect(await durations()).not.toEqual(['0s', '0s'])
    await room.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    expect(await durations()).toEqual(['0s', '0s'])
  })

  it('hears which slide it is', async () => {
    await press(room, 'PageDown')
    expect(await room.$eval('.dh-said', (said) => said.textContent)).toBe('Slide 2: What we will do')
  })
})

it('asks for nothing, throws nothing and runs nothing of the guide', async () => {
  await press(room, 'o')
  await room.waitForSelector('.bespoke-marp-overview[data-open="1"]')
  await settle(room)
  const overview = room.frames().find((frame) => frame.url().includes('view=overview'))
  await eventually(async () =>
    overview?.$$eval('.dh-thumb', (all) => all.map((one) => one.textContent)),
  ).toHaveLength(SLIDES)
  expect(await room.evaluate(() => (globalThis as { owned?: unknown }).owned ?? null)).toBeNull()
  expect(asked).toEqual([])
})
