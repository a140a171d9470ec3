import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EnvironmentFault, finding } from '../finding/index.js'
import { productFolder } from '../templates/index.js'
import type { HtmlAnswer, HtmlOrder } from './marp-html-worker.js'
import { orFault } from './disk-fault.js'

/** marp-cli in a process of its own, started ahead of its work, since loading it takes as long. */
export interface MarpHtml {
  /** Starts the process; not before the browser has started, which needs both cores. */
  warm(): void
  /** Makes the presenter's HTML of a deck; pictures named `media/…` are put in as data URIs. */
  convert(markdown: string, folder: string, pictures: ReadonlyMap<string, string>): Promise<string>
  stop(): void
}

/** @throws Error (a bug of ours) from `convert` where marp-cli fails */
export function prepareMarpHtml(): MarpHtml {
  const worker = join(productFolder(), 'dist', 'marp-html.js')
  if (!existsSync(worker)) throw new Error('dist/marp-html.js is missing: run "npm run prepare".')
  const errors: string[] = []
  let running: ChildProcess | undefined
  const start = (): ChildProcess => {
    if (running) return running
    running = fork(worker, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
    running.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
    return running
  }

  return {
    warm: () => void start(),
    async convert(markdown, folder, pictures) {
      const input = join(folder, 'presenter.md')
      const output = join(folder, 'presenter.html')
      await orFault(input, () => writeFile(input, markdown))
      const answer = await ask(
        start(),
        { input, output, config: join(productFolder(), 'marp.config.mjs') },
        errors,
      )
      if (answer.code !== 0) throw fault(answer.messages, output)
      const html = await readFile(output, 'utf8')
      await Promise.all([rm(input), rm(output)])
      return inlinePictures(html, pictures)
    },
    stop() {
      running?.kill('SIGKILL')
    },
  }
}

/** marp-cli tells a full disk in its own words; everything else is a bug of ours. */
function fault(messages: string, path: string): Error {
  const full = /ENOSPC|EDQUOT/.test(messages)
  return full
    ? new EnvironmentFault(finding('output-failed', { path, reason: 'the disk is full' }))
    : new Error(`marp-cli failed: ${messages}`)
}

function ask(child: ChildProcess, order: HtmlOrder, errors: readonly string[]): Promise<HtmlAnswer> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message !== 'ready') resolve(message as HtmlAnswer)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`marp-cli ended with code ${code}: ${errors.join('')}`)))
    child.send(order)
  })
}

/** marp-cli leaves pictures as links; one file to carry on a stick needs them inside. */
export function inlinePictures(html: string, pictures: ReadonlyMap<string, string>): string {
  return html.replace(
    /(["']|&quot;|\()(?:\.\/)?media\/([\w.%-]+)(?=\1|["')]|&quot;)/g,
    (whole, before: string, name: string) => {
      const uri = pictures.get(decodeURIComponent(name))
      return uri ? `${before}${uri}` : whole
    },
  )
}
