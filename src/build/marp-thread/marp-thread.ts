import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { RenderOptions, RenderedDeck } from '../../deck/index.js'
import { EnvironmentFault, finding } from '../../finding/index.js'
import type { PdfMetadata } from '../../pdf/index.js'
import { productFolder } from '../../templates/index.js'
import type { Answer, Call, CallName, Calls, PresenterHtml } from './calls.js'
import type { FinishedPdf } from '../finish-pdf.js'
import type { AsWritten, Embedded } from './marp-html.js'

/**
 * Marp in a thread of its own: its engine and marp-cli take a third of a second to load, which they do while the guide
 * is being read, and rendering blocks nothing else.
 */
export interface MarpThread {
  /** Starts the thread and loads Marp. */
  warm(): void
  openDeck(options: RenderOptions): OpenDeck
  /** Makes the presenter's HTML of a Marp deck as marp-cli does, addresses and all; `folder` takes passing files. */
  presentAsWritten(markdown: string, folder: string, options: AsWritten): Promise<string>
  close(): Promise<void>
}

/** One guide's deck in the thread. */
export interface OpenDeck {
  render(markdown: string): Promise<RenderedDeck>
  /** Makes the presenter's HTML; `folder` takes passing files. @returns what fills the handout's pages in, by slide */
  present(
    markdown: string,
    folder: string,
    embedded: Embedded,
  ): Promise<(pageTexts: readonly string[]) => Promise<PresenterHtml>>
  finishPdf(printed: Uint8Array, metadata: PdfMetadata): Promise<FinishedPdf>
  close(): void
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** @throws EnvironmentFault from its functions where the disk refuses a file; Error (a bug of ours) where Marp fails */
export function createMarpThread(): MarpThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let calls = 0
  let decks = 0

  function call<Name extends CallName>(
    name: Name,
    ...given: Parameters<Calls[Name]>
  ): Promise<Awaited<ReturnType<Calls[Name]>>> {
    worker ??= start()
    const id = calls++
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      worker?.postMessage({ id, name, given } satisfies Call)
    })
  }

  function start(): Worker {
    const thread = new Worker(join(productFolder(), 'dist', 'marp-thread.js'))
    thread.unref() // A run that ends early need not wait for it.
    thread.on('message', ({ id, result, fault, error }: Answer) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (fault) one?.reject(new EnvironmentFault(fault, { cause: error }))
      else if (error !== undefined) one?.reject(error)
      else one?.resolve(result)
    })
    thread.on('error', (error) => {
      worker = undefined
      for (const one of waiting.values()) one.reject(faultOf(error))
      waiting.clear()
    })
    return thread
  }

  return {
    warm: () => void call('warm').catch(() => undefined),
    openDeck(options) {
      const deck = decks++
      const opened = call('openDeck', deck, options)
      opened.catch(() => undefined)
      return {
        async render(markdown) {
          await opened
          return call('render', deck, markdown)
        },
        async present(markdown, folder, embedded) {
          await call('present', deck, markdown, folder, embedded)
          return (pageTexts) => call('fillPresenter', deck, pageTexts)
        },
        finishPdf: (printed, metadata) => call('finishPdf', printed, metadata),
        close: () => void call('closeDeck', deck).catch(() => undefined),
      }
    },
    presentAsWritten: (markdown, folder, options) => call('presentAsWritten', markdown, folder, options),
    async close() {
      await worker?.terminate()
    },
  }
}

function faultOf(error: Error & { readonly code?: string }): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new EnvironmentFault(finding('memory-out', {}), { cause: error })
    : error
}
