type Child = Node | string

/** Makes an element: its class, its attributes and what is in it. Text is never read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className) made.className = className
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** A button that gives the keyboard back to the slides after a click. `name` says more than its label to who hears it. */
export function button(label: string, onClick: () => void, key = '', name = ''): HTMLButtonElement {
  const made = element('button', 'dh-button', { type: 'button' }, [
    label,
    ...(key ? [element('kbd', '', { 'aria-hidden': 'true' }, [key])] : []),
  ])
  if (key) made.setAttribute('aria-keyshortcuts', key)
  if (name) made.setAttribute('aria-label', name)
  made.addEventListener('click', (event) => {
    // By keyboard, the focus stays where its user left it.
    if (event.detail > 0) made.blur()
    onClick()
  })
  return made
}

/** Sets a text where it changes: what is set anew is read out anew. */
export function setText(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text
}
