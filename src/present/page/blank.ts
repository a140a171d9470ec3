import { element } from './html.js'
import type { Shared } from './shared.js'

/** A black or white screen over the slides; in the presenter's view, over the current slide, with its name. */
export function openBlank(
  shared: Shared,
  place: Element,
  names: { readonly black: string; readonly white: string },
): void {
  const sheet = element('div', 'dh-blank', { role: 'status' })
  place.append(sheet)
  const show = (): void => {
    const { blank } = shared.get()
    sheet.dataset.blank = blank ?? ''
    sheet.textContent = blank ? names[blank] : ''
  }
  shared.onChange(show)
  show()
}
