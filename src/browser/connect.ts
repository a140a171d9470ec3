import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { Browser as Connection, Page } from 'puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js'
import { patience } from './patience.js'
import { pipeTransport } from './pipe.js'

/**
 * Waits until a browser that has just been started answers over its pipes.
 * @param seconds how long it may take
 * @throws an Error with the browser's own last words where it does not; the signal's reason when aborted
 */
export async function connect(
  child: ChildProcess,
  signal: AbortSignal | undefined,
  seconds: number,
): Promise<Connection> {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-4000)))
  const timer = new AbortController()
  const failed = new Promise<never>((_, reject) => {
    child.on('error', reject)
    child.on('close', (code, by) => reject(new Error(`it ended at once (${by ?? code})${lastWords(words)}`)))
    const aborted = (): void => reject(signal?.reason as Error)
    if (signal?.aborted) aborted()
    signal?.addEventListener('abort', aborted, { signal: timer.signal })
    const late = (): void => reject(new Error(`it did not answer within ${seconds} s${lastWords(words)}`))
    timer.signal.addEventListener('abort', patience(seconds, late))
  })
  try {
    // The pipes break before the last words are read: those say more than the break.
    const conversation = converse(child).catch((error: unknown) => pause(1).then(() => Promise.reject(error)))
    return await Promise.race([failed, conversation])
  } finally {
    timer.abort()
  }
}

async function converse(child: ChildProcess): Promise<Connection> {
  const [, , , write, read] = child.stdio
  const transport = pipeTransport(write as Writable, read as Readable)
  // Half of puppeteer: the half that would launch a browser itself doubles the time of the import.
  const { connect: speak } = await import('puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js')
  const connection = await speak({
    transport,
    defaultViewport: { width: 1280, height: 720 },
    // The guard alone listens to requests: these would send every data: URI through the pipe.
    networkEnabled: false,
    issuesEnabled: false,
    // Every step has a deadline of its own.
    protocolTimeout: 0,
  })
  // A sandbox that does not work shows only in the first page.
  const [page] = await connection.pages()
  if (page) await Promise.race([page.evaluate('1'), crashOf(page)])
  return connection
}

function crashOf(page: Page): Promise<never> {
  return new Promise((_, reject) => {
    page.once('error', () => reject(new Error('its first page crashed')))
  })
}

function lastWords(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  const telling =
    lines.find((line) => /FATAL|sandbox|error while loading|cannot open/i.test(line)) ?? lines.at(-1)
  return telling ? `: ${telling.replace(/^\[[^\]]*\]\s*/, '').slice(0, 300)}` : ''
}

/** Waits, without keeping the process alive for it. */
export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000).unref()
  })
}
