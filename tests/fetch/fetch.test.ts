import { readdirSync, writeFileSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPictureFetcher, pictureCache, type FetcherOptions } from '../../src/fetch/index.js'
import { png } from '../picture/bytes.js'
import { scratch } from '../support/cli.js'

const picture = png(3, 2)

/** A server on loopback, and what it was asked. */
async function serve(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { asked, port, at: (path: string) => `http://127.0.0.1:${port}${path}` }
}

const noCache = { read: async () => undefined, write: async () => undefined }

async function fetchOne(url: string, options: Partial<FetcherOptions> = {}) {
  const { signal } = new AbortController()
  const mayConnect = (address: string) => address === '127.0.0.1'
  const fetchAll = createPictureFetcher({ cache: noCache, signal, mayConnect, ...options })
  return (await fetchAll([url])).get(url)
}

describe('a picture on the network', () => {
  it('is fetched, its redirects followed', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/a.png') response.writeHead(302, { location: '/b' }).end()
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(picture)
    })
    expect(await fetchOne(server.at('/a.png'))).toEqual({ bytes: picture })
    expect(server.asked).toEqual(['/a.png', '/b'])
  })

  it('is asked for without a name, a password, a cookie or a referrer', async () => {
    let headers = {}
    const server = await serve((request, response) => {
      headers = request.headers
      response.end(picture)
    })
    await fetchOne(server.at('/a').replace('//', '//user:secret@'))
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  it('is not asked of loopback, in whatever way that is written', async () => {
    const server = await serve((_, response) => response.end(picture))
    const hosts = [
      '127.0.0.1',
      'localhost',
      '127.1',
      '0x7f.1',
      '2130706433',
      '0',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ]
    const { signal } = new AbortController()
    const urls = hosts.map((host) => `http://${host}:${server.port}/a.png`)
    const fetched = await createPictureFetcher({ cache: noCache, signal })(urls)
    for (const url of urls) {
      expect(fetched.get(url), url).toMatchObject({
        reason: expect.stringMatching(/is not a web server of the public/),
      })
    }
    expect(server.asked).toEqual([])
  })

  it('is not asked where a name leads to a private address', async () => {
    const server = await serve((_, response) => response.end(picture))
    const asked: string[] = []
    const mayConnect = (address: string) => {
      asked.push(address)
      return false
    }
    expect(await fetchOne(`http://localhost:${server.port}/a`, { mayConnect })).toHaveProperty('reason')
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every((address) => address === '127.0.0.1' || address === '::1')).toBe(true)
    expect(server.asked).toEqual([])
  })

  it.each([
    ['http://127.0.0.2/a.png', /not a web server/],
    ['http://169.254.169.254/latest/meta-data/', /not a web server/],
    ['http://[::ffff:169.254.169.254]/', /not a web server/],
    ['http://192.168.0.1/', /not a web server/],
    ['file:///etc/passwd', /only http and https/],
    ['data:image/png;base64,AAAA', /only http and https/],
    ['gopher://127.0.0.1/', /only http and https/],
    ['http://', /its address is not one/],
  ])('is not followed to %s', async (location, reason) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end())
    expect(await fetchOne(server.at('/'))).toMatchObject({ reason: expect.stringMatching(reason) })
    expect(server.asked).toEqual(['/'])
  })

  it.each<[string, RequestListener, RegExp, Partial<FetcherOptions>?]>([
    ['a circle', (_, response) => void response.writeHead(301, { location: '/' }).end(), /without end/],
    ['nothing', (_, response) => void response.writeHead(404).end(picture), /answered 404/],
    ['a web page', (_, response) => void response.end('<!doctype html><p>Log in'), /is no picture/],
    [
      'it compressed',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(picture)),
      /compressed/,
    ],
    [
      'half of it',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write(picture)
        setTimeout(() => response.destroy(), 20)
      },
      /broke off/,
    ],
    [
      'more than may be',
      (_, response) => void response.end(Buffer.concat([picture, Buffer.alloc(5000)])),
      /more than 0.001 MB/,
      { most: 1000 },
    ],
    [
      'without end',
      (_, response) => {
        const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more)
        response.on('drain', more).on('error', () => undefined)
        more()
      },
      /more than 1 MB/,
      { most: 1_000_000 },
    ],
    [
      'a drop at a time',
      (_, response) => {
        const drip = setInterval(() => response.write('\x89'), 20)
        response.on('close', () => clearInterval(drip))
      },
      /too long/,
      { patience: 200 },
    ],
    ['nothing at all', () => undefined, /too long/, { patience: 200 }],
    ['nothing for all of them', () => undefined, /too long/, { patienceForAll: 200 }],
  ])('comes with a reason where the server sends %s', async (_, answer, reason, options) => {
    const server = await serve(answer)
    expect(await fetchOne(server.at('/'), options)).toMatchObject({ reason: expect.stringMatching(reason) })
  })

  it('ends when the build is interrupted', async () => {
    const interrupt = new AbortController()
    const server = await serve(() => interrupt.abort(new Error('interrupted')))
    await expect(fetchOne(server.at('/'), { signal: interrupt.signal })).rejects.toThrow('interrupted')
  })
})

describe('the cache of pictures', () => {
  it('spares the network the second time', async () => {
    const home = scratch()
    const cache = pictureCache({ XDG_CACHE_HOME: home })
    const server = await serve((_, response) => response.end(picture))
    for (let round = 0; round < 2; round++) {
      expect(await fetchOne(server.at('/a.png?x=1'), { cache })).toEqual({ bytes: picture })
    }
    expect(server.asked).toEqual(['/a.png?x=1'])
    const kept = readdirSync(join(home, 'deckhand/pictures'))
    expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    writeFileSync(join(home, 'deckhand/pictures', kept[0] as string), 'damaged')
    expect(await fetchOne(server.at('/a.png?x=1'), { cache })).toEqual({ bytes: picture })
    expect(new Uint8Array(readFileSync(join(home, 'deckhand/pictures', kept[0] as string)))).toEqual(picture)
  })

  it('may be out of reach', async () => {
    const home = scratch()
    mkdirSync(join(home, 'deckhand'))
    writeFileSync(join(home, 'deckhand/pictures'), 'a file in its place')
    const server = await serve((_, response) => response.end(picture))
    const cache = pictureCache({ XDG_CACHE_HOME: home })
    expect(await fetchOne(server.at('/'), { cache })).toEqual({ bytes: picture })
  })
})
