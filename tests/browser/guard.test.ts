import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import type { Browser } from '../../src/browser/index.js'
import { readPdf, temporaryFolder } from './support.js'

const folder = temporaryFolder()
const inside = join(folder.path, 'guide')
let connections = 0
let server: Server
let browser: Browser
let web: string

beforeAll(async () => {
  server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  web = `127.0.0.1:${(server.address() as AddressInfo).port}`
  mkdirSync(inside)
  for (const place of [folder.path, inside]) writeFileSync(join(place, 'a.svg'), svg)
  symlinkSync(join(folder.path, 'a.svg'), join(inside, 'link.svg'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
  folder.remove()
})

const at = (...names: string[]): string => pathToFileURL(join(...names)).href

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>'

/** Ways of asking for something; each must be told under its address. */
const requests: Record<string, (url: string) => string> = {
  picture: (url) => `<img src="${url}">`,
  'lazy picture': (url) => `<img loading=lazy style="margin-top: 9000px" src="${url}">`,
  'picture set': (url) => `<img srcset="${url} 1x">`,
  stylesheet: (url) => `<link rel=stylesheet href="${url}">`,
  'CSS import': (url) => `<style>@import "${url}";</style>`,
  'CSS picture': (url) => `<p style="background: url('${url}')">x`,
  'CSS of print': (url) => `<style>@media print { body { background: url("${url}") } }</style>`,
  font: (url) => `<style>@font-face { font-family: F; src: url("${url}") } p { font-family: F }</style><p>x`,
  frame: (url) => `<iframe src="${url}"></iframe>`,
  'frame in a frame': (url) => `<iframe srcdoc="<img src='${url}'>"></iframe>`,
  'sandboxed frame': (url) => `<iframe sandbox srcdoc="<img src='${url}'>"></iframe>`,
  'frame of data': (url) => `<iframe src="data:text/html,<img src='${url}'>"></iframe>`,
  object: (url) => `<object data="${url}"></object>`,
  embed: (url) => `<embed src="${url}">`,
  video: (url) => `<video preload=auto src="${url}"></video>`,
  'SVG picture': (url) => `<svg><image href="${url}"/></svg>`,
  preload: (url) => `<link rel=preload as=image href="${url}">`,
  refresh: (url) => `<meta http-equiv=refresh content="0; url=${url}">`,
}
const scripts: Record<string, (url: string) => string> = {
  fetch: (url) => `<script>fetch("${url}").catch(() => {})</script>`,
  beacon: (url) => `<script>navigator.sendBeacon("${url}")</script>`,
  worker: (url) =>
    `<script>new Worker(URL.createObjectURL(new Blob(['fetch("${url}").catch(() => {})'])))</script>`,
  location: (url) => `<script>location = "${url}"</script>`,
}

test('nothing reaches the network, in whatever way it is asked for', async () => {
  const ways = Object.values(requests)
  const urls = ways.map((_, index) => `http://${web}/${index}`)
  const html = ways.map((way, index) => way(urls[index] as string)).join('\n')
  const { pdf, refused } = await browser.print(`${html}<p>whole`)
  expect(new Set(refused)).toEqual(new Set(urls))
  expect((await readPdf(pdf)).text).toContain('whole')
  expect(connections).toBe(0)
})

test.each(['file:///etc/passwd', 'http://169.254.169.254/latest', 'https://[::1]/x'])(
  '%s stays closed',
  async (url) => {
    for (const name of ['picture', 'CSS import', 'frame', 'object', 'stylesheet', 'refresh']) {
      const { pdf, refused } = await browser.print(`${requests[name]?.(url)}<p>whole`)
      expect({ name, refused }).toEqual({ name, refused: [url] })
      expect((await readPdf(pdf)).text).not.toContain('root:')
    }
  },
)

test.each(Object.entries(scripts))('a script has no way out: %s', async (_, script) => {
  const url = `http://${web}/script`
  const sheet = await browser.open(`<p>whole${script(url)}`, { javascript: true })
  await sheet.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  const { pdf, refused } = await sheet.print()
  await sheet.close()
  expect(refused).toEqual([url])
  expect((await readPdf(pdf)).text).toBe('whole')
  expect(connections).toBe(0)
})

test('sockets, peers, popups and dialogs lead nowhere', async () => {
  const html = `<p>whole<script>
    new WebSocket("ws://${web}/socket")
    new RTCPeerConnection({ iceServers: [{ urls: "stun:${web}" }] }).createOffer({ offerToReceiveAudio: true })
    open("http://${web}/popup")
    alert("stop")
  </script>`
  const sheet = await browser.open(html, { javascript: true })
  await sheet.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  const { refused } = await sheet.print()
  await sheet.close()
  expect(refused).toContain(`ws://${web}/socket`)
  expect(connections).toBe(0)
})

test('a page cannot load itself again', async () => {
  const { pdf } = await browser.print(
    '<iframe src=""></iframe><iframe src="?"></iframe><meta http-equiv=refresh content=0><p>once',
  )
  expect((await readPdf(pdf)).text).toBe('once')
})

test('data: pictures are no requests', async () => {
  const src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  const sheet = await browser.open(`<img src="${src}">`)
  expect(await sheet.evaluate(() => document.images[0]?.naturalWidth)).toBe(7)
  expect((await sheet.print()).refused).toEqual([])
  await sheet.close()
})

test('only files below the folder named may be loaded, symbolic links resolved', async () => {
  const rooted = await openBrowser({ readRoot: inside })
  const urls = [at(inside, 'a.svg'), at(inside, 'link.svg'), at(folder.path, 'a.svg'), at(inside, 'none.svg')]
  const sheet = await rooted.open(urls.map((url) => `<img src="${url}">`).join(''))
  expect(await sheet.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth))).toEqual([
    7, 0, 0, 0,
  ])
  expect((await sheet.print()).refused).toEqual(urls.slice(1))
  await rooted.close()
})
