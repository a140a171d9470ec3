import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { orFault, outputFault } from '../../disk/index.js'
import { presenterScript, withPresenter, type Presenter } from '../../present/index.js'
import { productFolder } from '../../templates/index.js'
import { withPolicy } from './presenter-policy.js'

export interface Embedded {
  /** Data URIs by the name that follows `media/`. */
  readonly pictures: ReadonlyMap<string, string>
  /** `@font-face` rules of fonts that do not come along. */
  readonly fontCss: string
  /** What we add to marp-cli's presenter. */
  readonly presenter: Presenter
}

/** What a Marp deck is presented with. */
export interface AsWritten {
  /** Stylesheets that it may name. */
  readonly themes: readonly string[]
  /** BCP 47; where it states none itself. */
  readonly lang: string
}

/** marp-cli, in this thread: it shares the engine, which is loaded and warm here, and saves a process. */
export interface MarpHtml {
  /** Loads marp-cli, which takes a tenth of a second. */
  warm(): void
  /** Makes the presenter's HTML of a deck; `folder` takes passing files. */
  convert(markdown: string, folder: string, embedded: Embedded): Promise<string>
  /** As marp-cli makes it of a deck by its own Marp, addresses and all. */
  convertDeck(markdown: string, folder: string, options: AsWritten): Promise<string>
}

/** @throws Error (a bug of ours) from `convert` where marp-cli fails */
export function prepareMarpHtml(): MarpHtml {
  // marp-cli keeps state of its own and prints: one deck at a time.
  let last: Promise<unknown> = Promise.resolve()
  const run = async (markdown: string, folder: string, options: readonly string[]): Promise<string> => {
    const input = join(folder, 'presenter.md')
    const output = join(folder, 'presenter.html')
    await writePassing(input, markdown)
    const done = last.then(() => runMarpCli(input, output, options))
    last = done.catch(() => undefined)
    const { code, messages } = await done
    if (code !== 0) throw fault(messages, output)
    const html = await readFile(output, 'utf8')
    await Promise.all([rm(input), rm(output)])
    return html
  }
  return {
    warm: () => void loadMarpCli(),
    async convert(markdown, folder, { pictures, fontCss, presenter }) {
      const html = await run(markdown, folder, ['--config-file', join(productFolder(), 'marp.config.mjs')])
      const whole = inlinePictures(withFonts(html, fontCss), pictures)
      return withPolicy(withPresenter(whole, presenter), presenterScript())
    },
    async convertDeck(markdown, folder, { themes, lang }) {
      const files = themes.map((_, index) => join(folder, `presenter-theme-${index}.css`))
      await Promise.all(files.map((file, index) => writePassing(file, themes[index] ?? '')))
      // Its language has no flag; without one, marp-cli takes the machine's.
      const config = join(folder, 'presenter.json')
      const engine = join(productFolder(), 'dist', 'deck-engine.js')
      await writePassing(config, JSON.stringify({ engine, lang, themeSet: files }))
      const html = await run(markdown, folder, ['--config-file', config])
      await Promise.all([config, ...files].map((file) => rm(file)))
      return html
    },
  }
}

async function writePassing(file: string, text: string): Promise<void> {
  await orFault(file, async () => {
    await mkdir(dirname(file), { recursive: true }) // Someone may have emptied the output folder meanwhile.
    await writeFile(file, text)
  })
}

interface Ran {
  readonly code: number
  readonly messages: string
}

const loadMarpCli = async () => import('@marp-team/marp-cli')

async function runMarpCli(input: string, output: string, own: readonly string[]): Promise<Ran> {
  const { marpCli } = await loadMarpCli()
  const options = [...own, '--template', 'bespoke', '--bespoke.progress', '--no-stdin']
  const heard = listen()
  try {
    return { code: await marpCli([input, '--output', output, ...options]), messages: heard.messages() }
  } catch (error) {
    return { code: 1, messages: `${heard.messages()}\n${(error as Error).message}` }
  } finally {
    heard.stop()
  }
}

/** marp-cli prints through the console: only our CLI prints, and what marp-cli says matters where it fails. */
function listen(): { messages(): string; stop(): void } {
  const { debug, error, info, log, warn } = console
  const lines: string[] = []
  const keep = (...parts: unknown[]): void => void lines.push(parts.join(' '))
  Object.assign(console, { debug: keep, error: keep, info: keep, log: keep, warn: keep })
  return {
    messages: () => lines.join('\n'),
    stop: () => void Object.assign(console, { debug, error, info, log, warn }),
  }
}

/** marp-cli tells in its own words what the disk refuses; everything else is a bug of ours. */
function fault(messages: string, path: string): Error {
  const code = /\b(?:EACCES|EDQUOT|EFBIG|EIO|EMFILE|ENFILE|ENOENT|ENOSPC|EROFS)\b/.exec(messages)?.[0]
  return code
    ? outputFault(path, Object.assign(new Error(messages), { code }))
    : new Error(`marp-cli failed: ${messages}`)
}

function withFonts(html: string, css: string): string {
  return css ? html.replace('</head>', () => `<style>${css}</style></head>`) : html
}

/** marp-cli leaves pictures as links; one file to carry on a stick needs them inside. */
function inlinePictures(html: string, pictures: ReadonlyMap<string, string>): string {
  return html.replace(
    /(["']|&quot;|\()(?:\.\/)?media\/([\w.%-]+)(?=\1|["')]|&quot;)/g,
    (whole, before: string, name: string) => {
      const uri = pictures.get(name) ?? pictures.get(decoded(name))
      return uri ? `${before}${uri}` : whole
    },
  )
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name // Words of the guide that only look like an address.
  }
}
