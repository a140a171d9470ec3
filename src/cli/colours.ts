import { createColors } from 'picocolors'

export type Colours = ReturnType<typeof createColors>

/** Colours for a stream: on a terminal alone, unless NO_COLOR (no-color.org) or FORCE_COLOR says otherwise. */
export function coloursFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Colours {
  const isForced = env.FORCE_COLOR !== undefined && !/^(0|false|)$/.test(env.FORCE_COLOR)
  const isTerminal = stream.isTTY === true && env.TERM !== 'dumb'
  return createColors(!env.NO_COLOR && (isForced || (isTerminal && env.FORCE_COLOR === undefined)))
}
