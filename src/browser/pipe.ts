import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js'

/** Speaks the DevTools protocol over the two pipes of a browser: messages that end with a zero byte. */
export function pipeTransport(write: Writable, read: Readable): ConnectionTransport {
  let pending: Buffer[] = []
  const transport: ConnectionTransport = {
    send(message) {
      if (!write.destroyed) write.write(`${message}\0`)
    },
    close() {
      write.destroy()
      read.destroy()
    },
  }
  // A browser that dies breaks its pipes: "close" tells, so the error itself says nothing more.
  write.on('error', () => {})
  read.on('error', () => {})
  read.on('close', () => transport.onclose?.())
  read.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString()
      pending = []
      start = end + 1
      // A turn of its own, as puppeteer's own transport does: answers must not overtake awaited steps.
      setImmediate(() => transport.onmessage?.(message))
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  })
  return transport
}
