import { lookup as resolveName, type LookupAddress } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { MayConnect } from './address.js'

/** A reason why nothing was fetched, in words for the author. */
export class Refused extends Error {}

export interface RequestOptions {
  readonly mayConnect: MayConnect
  readonly signal: AbortSignal
  /** Bytes of the body. */
  readonly most: number
}

/** What a server answered: a body, or where else to ask. */
export type Answer = { readonly body: Uint8Array } | { readonly location: string }

/**
 * Asks once. The name is resolved here, every address of it is checked, and the connection goes to none but these, so
 * that a name cannot lead elsewhere a moment later.
 * @throws Refused where the address, the answer or its size is not allowed; the signal's reason; what the network throws
 */
export function ask(url: URL, options: RequestOptions): Promise<Answer> {
  const { mayConnect, signal, most } = options
  const isSecure = url.protocol === 'https:'
  if (!isSecure && url.protocol !== 'http:')
    throw new Refused(`only http and https are fetched, not ${url.protocol}`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (isSecure ? 443 : 80))
  // A number for a name is never looked up.
  if (isIP(host) && !mayConnect(host, port)) throw refusedAddress(url)

  return new Promise((resolve, reject) => {
    const request = (isSecure ? httpsRequest : httpRequest)(
      {
        host,
        port,
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        // No pool: a connection is never reused for another name.
        agent: false,
        signal,
        lookup: checkedLookup(url, port, mayConnect),
        headers: {
          host: url.host,
          accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml;q=0.9',
          'accept-encoding': 'identity',
          'user-agent': 'deckhand',
        },
      },
      (response) => {
        const address = response.socket.remoteAddress ?? ''
        if (!mayConnect(address, port)) response.destroy(refusedAddress(url))
        readAnswer(response, most)
          .then(resolve, reject)
          .finally(() => request.destroy())
      },
    )
    request.on('error', reject)
    request.end()
  })
}

function checkedLookup(url: URL, port: number, mayConnect: MayConnect): LookupFunction {
  return (name, options, done) => {
    resolveName(name, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[] | undefined
      if (error) return done(error, '', 0)
      const [first] = addresses ?? []
      if (!addresses || !first || addresses.some(({ address }) => !mayConnect(address, port)))
        return done(refusedAddress(url), '', 0)
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
}

function refusedAddress({ host }: URL): Refused {
  return new Refused(`"${host}" is not a web server of the public network`)
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

async function readAnswer(response: IncomingMessage, most: number): Promise<Answer> {
  const { statusCode = 0, headers } = response
  if (REDIRECTS.has(statusCode) && headers.location !== undefined) return { location: headers.location }
  if (statusCode !== 200) throw new Refused(`the server answered ${statusCode}`)
  if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? ''))
    throw new Refused('the server sent it compressed')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) throw new Refused(`it has more than ${most / 1e6} MB`)
    chunks.push(chunk)
  }
  if (!response.complete) throw new Refused('the server broke off')
  return { body: new Uint8Array(Buffer.concat(chunks)) }
}
