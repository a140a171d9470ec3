import type { PresentedSection, PresenterWords } from '../data.js'
import type { Deck } from './deck.js'
import { element } from './html.js'
import type { Dialogs } from './dialogs.js'
import type { Numerals } from './numerals.js'

/** Asks for a slide by its number or by words of its title. `first` is what was typed already. */
export function openGoTo(
  deck: Deck,
  sections: readonly PresentedSection[],
  words: PresenterWords,
  numerals: Numerals,
  dialogs: Dialogs,
): (first?: string) => void {
  const field = element('input', 'dh-field', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-label': words.numberOrTitle,
    'aria-controls': 'dh-found',
    'aria-expanded': 'true',
    placeholder: words.numberOrTitle,
  })
  const list = element('ul', 'dh-found', { id: 'dh-found', role: 'listbox', 'aria-label': words.goToSlide })
  const none = element('p', 'dh-none', { role: 'status' })
  const dialog = dialogs.make('dh-go-to', words.goToSlide, [field, list, none])
  const rows = deck.slides.map((_, index) => row(index + 1))
  let chosen = 0

  const shown = (): readonly HTMLElement[] => rows.map((one) => one.item).filter((item) => !item.hidden)
  const choose = (index: number, block: ScrollLogicalPosition = 'nearest'): void => {
    const items = shown()
    chosen = Math.max(0, Math.min(index, items.length - 1))
    rows.forEach(({ item }) => item.setAttribute('aria-selected', String(item === items[chosen])))
    items[chosen]?.scrollIntoView({ block })
    field.setAttribute('aria-activedescendant', items[chosen]?.id ?? '')
  }
  const filter = (): void => {
    const wanted = folded(field.value)
    const number = asNumber(field.value)
    for (const { item, slide, text } of rows) {
      item.hidden =
        number === undefined
          ? !wanted.every((word) => text.includes(word))
          : !String(slide).startsWith(String(number))
    }
    none.textContent = shown().length === 0 ? words.noSuchSlide : ''
    const exact = shown().findIndex((item) => item.dataset.slide === String(number ?? deck.current()))
    choose(Math.max(0, exact), 'center')
  }
  const go = (item = shown()[chosen]): void => {
    if (!item) return
    dialog.close()
    deck.goTo(Number(item.dataset.slide))
  }

  field.addEventListener('input', filter)
  list.addEventListener('click', ({ target }) => {
    const item = (target as Element).closest<HTMLElement>('li')
    if (item) go(item)
  })
  dialogs.onKey(dialog, ({ key }) => {
    if (key === 'Enter') go()
    else if (key === 'ArrowDown') choose(chosen + 1)
    else if (key === 'ArrowUp') choose(chosen - 1)
    else if (key === 'PageDown') choose(chosen + 8)
    else if (key === 'PageUp') choose(chosen - 8)
    else return false
    return true
  })

  return (first = '') => {
    field.value = first
    dialogs.show(dialog)
    filter()
    field.focus()
  }

  function row(slide: number) {
    const section = sections.findLast((one) => one.first <= slide)
    const title = deck.title(slide)
    const item = element(
      'li',
      section?.first === slide ? 'dh-opening' : '',
      { role: 'option', id: `dh-slide-${slide}`, 'data-slide': String(slide) },
      [element('b', '', {}, [numerals.number(slide)]), element('bdi', '', {}, [title])],
    )
    list.append(item)
    return { item, slide, text: folded(title).join(' ') }
  }
}

/** Without accents and case: the words that a title must have. */
function folded(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** A number in digits of any script. */
function asNumber(text: string): number | undefined {
  const digits = text.trim().replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(
      code >= 0xff10 ? code - 0xff10 : code - (code < 0x06f0 ? 0x0660 : code < 0x0966 ? 0x06f0 : 0x0966),
    )
  })
  return /^\d+$/.test(digits) ? Number(digits) : undefined
}
