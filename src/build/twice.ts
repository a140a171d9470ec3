import { BrowserLost } from '../browser/index.js'
import type { Gate } from './gate.js'

/**
 * Builds a guide; where the browser is lost meanwhile, once more from the beginning, in a fresh browser and alone: which
 * of the guides that shared the lost one was to blame, nobody knows.
 * @throws BrowserLost where the second one is lost, too, and then this guide is to blame
 */
export async function buildTwice<T>(
  gate: Gate,
  build: () => Promise<T>,
  onLost: (reason: string) => void,
): Promise<T> {
  try {
    return await gate.together(build)
  } catch (error) {
    if (!(error instanceof BrowserLost)) throw error
    onLost(error.finding.message)
    return gate.alone(build)
  }
}
