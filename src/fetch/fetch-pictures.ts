import { LARGEST_PICTURE, LARGEST_SUM, kindOf } from '../picture/index.js'
import { mayConnectToTheWeb, type MayConnect } from './address.js'
import type { PictureCache } from './cache.js'
import { Refused, ask } from './request.js'

export type FetchedPicture = { readonly bytes: Uint8Array } | { readonly reason: string }

export interface FetcherOptions {
  readonly cache: PictureCache
  readonly signal: AbortSignal
  /** Default: public addresses, at the web's own ports. */
  readonly mayConnect?: MayConnect
  /** Milliseconds for one picture, its redirects included. */
  readonly patience?: number
  /** Milliseconds for all pictures of a guide. */
  readonly patienceForAll?: number
  /** Bytes. */
  readonly most?: number
}

const MOST_REDIRECTS = 5
const AT_ONCE = 6

/**
 * Fetches pictures, a few at once, each from the cache where it is there. What cannot be had comes with its reason.
 * @throws the signal's reason when interrupted
 */
export function createPictureFetcher(options: FetcherOptions) {
  const { signal, patience = 10_000, patienceForAll = 60_000 } = options
  return async (urls: readonly string[]): Promise<ReadonlyMap<string, FetchedPicture>> => {
    const fetched = new Map<string, FetchedPicture>()
    const waiting = [...new Set(urls)]
    const whole = AbortSignal.any([signal, AbortSignal.timeout(patienceForAll)])
    let room = LARGEST_SUM
    const work = async (): Promise<void> => {
      for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
        const one =
          room > 0
            ? await fetchPicture(url, options, AbortSignal.any([whole, AbortSignal.timeout(patience)]))
            : { reason: `all pictures of a guide together may have ${LARGEST_SUM / 1e6} MB` }
        if ('bytes' in one) room -= one.bytes.length
        fetched.set(url, one)
        signal.throwIfAborted()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return fetched
  }
}

async function fetchPicture(
  address: string,
  options: FetcherOptions,
  signal: AbortSignal,
): Promise<FetchedPicture> {
  const { cache, mayConnect = mayConnectToTheWeb, most = LARGEST_PICTURE } = options
  const kept = await cache.read(address)
  if (kept && kept.length <= most && kindOf(kept)) return { bytes: kept }
  try {
    const bytes = await follow(address, { mayConnect, signal, most })
    if (!kindOf(bytes)) throw new Refused('what the server sent is no picture')
    await cache.write(address, bytes)
    return { bytes }
  } catch (error) {
    return { reason: reasonOf(error as Error, signal) }
  }
}

async function follow(address: string, options: Parameters<typeof ask>[1]): Promise<Uint8Array> {
  let url = parse(address.replace(/^\/\//, 'https://'))
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await ask(url, options)
    if ('body' in answer) return answer.body
    url = parse(answer.location, url)
  }
  throw new Refused('the server sends from one address to the next without end')
}

function parse(address: string, base?: URL): URL {
  try {
    return new URL(address, base)
  } catch {
    throw new Refused('its address is not one')
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no server has that name',
  EAI_AGAIN: 'no name server answers',
  ECONNREFUSED: 'no server listens there',
  ECONNRESET: 'the server broke off',
  ENETUNREACH: 'the network cannot be reached',
  EHOSTUNREACH: 'the server cannot be reached',
  ETIMEDOUT: 'the server does not answer',
}

function reasonOf(error: Error, signal: AbortSignal): string {
  if (error instanceof Refused) return error.message
  if (signal.aborted) return 'the server took too long'
  const { code = '' } = error as NodeJS.ErrnoException
  return REASONS[code] ?? `the server could not be asked (${code || error.message})`
}
