import type { DeckData } from '../data.js'
import { openBlank } from './blank.js'
import { openClock } from './clock.js'
import { commandsOf } from './commands.js'
import { announceTurns, nameControls } from './controls.js'
import { openCountdown } from './countdown.js'
import { openDeck } from './deck.js'
import { openDialogs } from './dialogs.js'
import { openGoTo } from './go-to.js'
import { openHelp } from './help.js'
import { listen } from './keys.js'
import { openNumerals } from './numerals.js'
import { nameOverview, nameOverviewFrame } from './overview.js'
import { openPointer } from './pointer.js'
import { openPresenterView } from './presenter-view.js'
import { openShared } from './shared.js'

/** How often times are shown anew, in milliseconds. */
const TICK = 250

const data = JSON.parse(document.getElementById('dh-data')?.dataset.deck ?? 'null') as DeckData

// This script stands before marp-cli's, which looks at the address; ours goes on when that has begun.
if (data.isPublic) forbidPresenterView()
document.addEventListener('DOMContentLoaded', start)

/** What is shared has no notes to present from. */
function forbidPresenterView(): void {
  const address = new URL(location.href)
  if (address.searchParams.get('view') !== 'presenter') return
  address.searchParams.delete('view')
  history.replaceState(history.state, '', address)
}

function start(): void {
  const parent = document.getElementById(':$p')
  const view = document.body.dataset.bespokeView
  if (!parent || view === 'next') return
  const { words, lang, dir, exercises, sections } = data
  const root = document.documentElement
  root.classList.toggle('dh-dark', isDark(view === 'presenter'))
  root.classList.toggle('dh-rtl', dir === 'rtl')
  const deck = openDeck(parent)
  const numerals = openNumerals(lang)
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) scrollAtOnce()
  if (view === 'overview') return nameOverview(data, deck, numerals)

  const isPresenter = view === 'presenter'
  const shared = openShared(keepKey())
  const clock = openClock(deck, shared)
  const countdown = openCountdown(exercises, deck, shared, numerals, words.timeUp)
  const dialogs = openDialogs(words.close, dir)
  const goTo = openGoTo(deck, sections, words, numerals, dialogs)
  const showHelp = openHelp(words.keys, dialogs)
  const pointer = openPointer(deck, shared)
  openBlank(shared, isPresenter ? parent : document.body, {
    black: words.blackScreen,
    white: words.whiteScreen,
  })
  const help = (): void => showHelp(commands)
  const commands = commandsOf({ data, isPresenter, deck, shared, clock, countdown, pointer, goTo, help })
  listen(commands, deck, dialogs)
  announceTurns(data, deck, numerals)
  nameControls(data, deck, numerals, help)
  nameOverviewFrame(data)
  const showPresenter = isPresenter
    ? openPresenterView({ data, deck, clock, countdown, numerals, goTo, help })
    : () => undefined
  const show = (): void => {
    countdown.show()
    showPresenter()
  }
  shared.onChange(show)
  deck.onTurn(show)
  setInterval(show, TICK)
  show()
}

/**
 * What the windows of one presentation have in common: marp-cli keeps it in the page's history, and forgets it with the
 * next link inside the deck, so that a reload would part the windows.
 */
function keepKey(): string {
  const state = (): { readonly marpBespokeSyncKey?: string } | null => history.state as object | null
  const key = state()?.marpBespokeSyncKey ?? ''
  window.addEventListener('hashchange', () => {
    if (state()?.marpBespokeSyncKey !== key) history.replaceState({ ...state(), marpBespokeSyncKey: key }, '')
  })
  return key
}

/** The audience sees the deck's own variant; the presenter may sit in the dark. */
function isDark(isPresenter: boolean): boolean {
  return data.variant === 'dark' || (isPresenter && matchMedia('(prefers-color-scheme: dark)').matches)
}

/** marp-cli asks for smooth scrolling whatever the reader prefers. */
function scrollAtOnce(): void {
  const { scrollIntoView } = Element.prototype
  Element.prototype.scrollIntoView = function (options) {
    scrollIntoView.call(this, typeof options === 'object' ? { ...options, behavior: 'auto' } : options)
  }
}
