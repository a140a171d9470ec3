const actions = new Set<() => void>()
let isListening = false

/**
 * Calls an action when the process ends of itself, also by `process.exit`; not when it is killed.
 * @param action synchronous; must not throw
 * @returns forgets the action
 */
export function atExit(action: () => void): () => void {
  // One listener for all: Node warns of more than ten.
  if (!isListening) {
    process.on('exit', () => {
      for (const each of actions) each()
    })
  }
  isListening = true
  actions.add(action)
  return () => void actions.delete(action)
}
