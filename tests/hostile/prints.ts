import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a PDF shows, and what it would do. */
export interface Print {
  readonly text: string
  /** Where its links lead. */
  readonly addresses: readonly string[]
  /** Scripts, attachments and launched programs. */
  readonly scripts: readonly string[]
}

/** Reads a PDF as an attacker's reader would. */
export async function readPrint(bytes: Uint8Array): Promise<Print> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const page = await document.getPage(index + 1)
    const [{ items }, annotations] = await Promise.all([page.getTextContent(), page.getAnnotations()])
    return {
      text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
      addresses: (annotations as { unsafeUrl?: string; url?: string }[]).flatMap(
        ({ unsafeUrl, url }) => unsafeUrl ?? url ?? [],
      ),
    }
  })
  const read = await Promise.all(pages)
  const actions = [
    await document.getJSActions(),
    await document.getOpenAction(),
    await document.getAttachments(),
  ]
  const raw = Buffer.from(bytes).toString('latin1')
  await document.destroy()
  return {
    text: read.map(({ text }) => text).join('\n'),
    addresses: read.flatMap(({ addresses }) => addresses),
    scripts: [
      ...actions
        .filter((action) => action !== null && action !== undefined)
        .map((action) => JSON.stringify(action)),
      ...(raw.match(/\/(?:JavaScript|JS|Launch|EmbeddedFile|SubmitForm|ImportData)\b/g) ?? []),
    ],
  }
}
