import type { Dialogs } from './dialogs.js'
import { element } from './html.js'
import type { Command } from './keys.js'

/** The list of all keys. */
export function openHelp(title: string, dialogs: Dialogs): (commands: readonly Command[]) => void {
  const list = element('dl', '')
  const dialog = dialogs.make('dh-help', title, [list])
  return (commands) => {
    const rows = commands.flatMap(({ name, keys, shown }) =>
      name
        ? [
            element('div', '', {}, [
              element(
                'dt',
                '',
                {},
                (shown ?? keys).flatMap((key) => [element('kbd', '', {}, [key]), ' ']),
              ),
              element('dd', '', {}, [name]),
            ]),
          ]
        : [],
    )
    list.replaceChildren(...rows)
    dialogs.show(dialog)
  }
}
