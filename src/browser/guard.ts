import { realpathSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CDPSession, Page } from 'puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js'

/** Stands between a page and everything outside it. */
export interface Guard {
  /** What the page asked for and did not get, each address once. */
  readonly refused: readonly string[]
  /** Lets the page load this document, once: neither a frame nor a refresh gets it again. */
  admit(url: string): void
}

export interface GuardOptions {
  /** A folder whose files the page may load. */
  readonly readRoot?: string | undefined
  /** Hears of all that the page asks for. */
  readonly onRequest?: ((request: AskedFor) => void) | undefined
}

/** An address that a page asked for, and whether it got it. */
export interface AskedFor {
  readonly url: string
  readonly isGiven: boolean
}

/**
 * Refuses whatever a page asks for, but the one document that is admitted and, below `readRoot`, files.
 * data: and blob: never come here: Chromium answers them within the page, at no cost.
 */
export async function guard(
  page: Page,
  session: CDPSession,
  { readRoot, onRequest = () => {} }: GuardOptions = {},
): Promise<Guard> {
  const refused = new Set<string>()
  const root = readRoot === undefined ? undefined : realpathSync(readRoot)
  let admitted: string | undefined

  const mayLoad = (url: string, type: string): boolean => {
    if (url === admitted && type === 'Document') {
      admitted = undefined
      return true
    }
    return root !== undefined && type !== 'Document' && liesBelow(url, root)
  }

  session.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const may = mayLoad(request.url, resourceType)
    if (!may) refused.add(request.url)
    onRequest({ url: request.url, isGiven: may })
    const answer = may
      ? session.send('Fetch.continueRequest', { requestId })
      : // Aborted: a refused navigation leaves the page as it is, where others would bring up an error page.
        session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    answer.catch(() => {}) // The page is gone, and the request with it.
  })
  // Sockets, and files that Chromium itself denies, pass no request by; its log names them.
  session.on('Log.entryAdded', ({ entry }) => {
    const url = /^WebSocket connection to '([^']+)'|^Not allowed to load local resource: (\S+)/.exec(
      entry.text,
    )
    const asked = url?.[1] ?? url?.[2]
    if (!asked) return
    refused.add(asked)
    onRequest({ url: asked, isGiven: false })
  })
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  await Promise.all([
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Log.enable'),
  ])

  return {
    get refused() {
      return [...refused]
    },
    admit(url) {
      admitted = url
    },
  }
}

function liesBelow(url: string, root: string): boolean {
  try {
    return realpathSync(fileURLToPath(url)).startsWith(root.endsWith(sep) ? root : root + sep)
  } catch {
    return false // Not a file, or none that is there.
  }
}
