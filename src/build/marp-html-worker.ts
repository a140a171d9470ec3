import { marpCli } from '@marp-team/marp-cli'

/** What the build asks of this process: one deck.md to HTML, by marp-cli with our engine. */
export interface HtmlOrder {
  readonly input: string
  readonly output: string
  readonly config: string
}

export interface HtmlAnswer {
  readonly code: number
  readonly messages: string
}

// marp-cli prints to stderr; the order's answer carries it, so that the CLI alone prints.
const messages: string[] = []
console.warn = (...parts: unknown[]) => void messages.push(parts.join(' '))
console.error = console.warn
console.info = console.warn
console.log = console.warn

process.on('message', (order: HtmlOrder) => {
  void convert(order).then((answer) => process.send?.(answer, () => process.disconnect()))
})
process.on('disconnect', () => process.exit())

async function convert({ input, output, config }: HtmlOrder): Promise<HtmlAnswer> {
  try {
    const code = await marpCli([
      input,
      '--output',
      output,
      '--config-file',
      config,
      '--template',
      'bespoke',
      '--bespoke.progress',
      '--no-stdin',
    ])
    return { code, messages: messages.join('\n') }
  } catch (error) {
    return { code: 1, messages: [...messages, (error as Error).message].join('\n') }
  }
}

process.send?.('ready')
