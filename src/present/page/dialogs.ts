import { button, element } from './html.js'

/** Dialogs over the slides: one at a time, closed with Escape, that leave the keyboard where it was. */
export interface Dialogs {
  make(className: string, title: string, children: readonly Node[]): HTMLDialogElement
  show(dialog: HTMLDialogElement): void
  isOpen(): boolean
  /** Gives a key to the dialog that is open. */
  key(event: KeyboardEvent): void
  onKey(dialog: HTMLDialogElement, pressed: (event: KeyboardEvent) => boolean): void
}

export function openDialogs(close: string, dir: string): Dialogs {
  const handlers = new Map<HTMLDialogElement, (event: KeyboardEvent) => boolean>()
  const open = (): HTMLDialogElement | null =>
    document.querySelector<HTMLDialogElement>('dialog.dh-dialog[open]')
  return {
    make(className, title, children) {
      const dialog = element('dialog', `dh-dialog ${className}`, { 'aria-label': title, dir })
      const heading = element('h2', '', {}, [title])
      dialog.append(
        element('header', '', {}, [heading, button(close, () => dialog.close(), 'Esc')]),
        ...children,
      )
      // The backdrop is the dialog's own box.
      dialog.addEventListener('click', ({ target }) => {
        if (target === dialog) dialog.close()
      })
      document.body.append(dialog)
      return dialog
    },
    show(dialog) {
      open()?.close()
      dialog.showModal()
    },
    isOpen: () => open() !== null,
    key(event) {
      const dialog = open()
      const onButton = event.target instanceof HTMLButtonElement
      if (event.key === 'Escape') dialog?.close()
      else if (onButton && (event.key === 'Enter' || event.key === ' ')) return
      else if (!dialog || !handlers.get(dialog)?.(event)) return
      event.preventDefault()
    },
    onKey: (dialog, pressed) => void handlers.set(dialog, pressed),
  }
}
