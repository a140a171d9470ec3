/** mm of height that a page has for text, between its margins. */
export const ROOM = { A4: 241, Letter: 223.4 } as const
