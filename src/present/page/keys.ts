import type { Deck } from './deck.js'
import type { Dialogs } from './dialogs.js'

/** What a key does. */
export interface Command {
  /** As `KeyboardEvent.key` names them; the first ones are shown in the help. */
  readonly keys: readonly string[]
  /** What the help says; commands without a name are not listed. */
  readonly name?: string
  /** How the help writes the keys, where they are not shown as they are. */
  readonly shown?: readonly string[]
  /** False where it did nothing; absent where marp-cli's own script does it. */
  readonly run?: (key: string) => boolean | void
}

/**
 * Gives keys to their commands before marp-cli's script sees them; what is no command of ours goes on to it. Letters
 * count by their place on keyboards of other scripts.
 */
export function listen(commands: readonly Command[], deck: Deck, dialogs: Dialogs): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (deck.isPressing()) return
      if (dialogs.isOpen()) {
        event.stopImmediatePropagation()
        return dialogs.key(event)
      }
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const key = latin(event)
      const onButton = event.target instanceof HTMLButtonElement
      if (onButton && (key === ' ' || key === 'Enter')) return event.stopImmediatePropagation()
      const command = commands.find(({ keys }) => keys.includes(key))
      // Held down, a switch would flicker.
      const isDone = command?.run && (event.repeat || command.run(key) !== false)
      if (isDone) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else if (command && (key !== event.key || onButton)) {
        // marp-cli's script does not see what is pressed on a button.
        event.preventDefault()
        event.stopImmediatePropagation()
        deck.press(key)
      }
    },
    true,
  )
}

/** The Latin letter or digit of a key on a Cyrillic, Greek, Hebrew, Arabic or Devanagari keyboard. */
function latin({ key, code, shiftKey }: KeyboardEvent): string {
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1]
  if (!place || key.length !== 1 || key <= '\u007F') return key
  return shiftKey ? place : place.toLowerCase()
}
