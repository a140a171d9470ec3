declare module 'markdown-it' {
  export interface Token {
    readonly type: string
    readonly content: string
    readonly level: number
    attrGet(name: string): string | null
    readonly info: string
    readonly map: readonly [number, number] | null
    readonly children: readonly Token[] | null
  }
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean; readonly linkify: boolean })
    use(plugin: unknown): this
    parse(source: string, env: object): readonly Token[]
    readonly utils: { unescapeAll(text: string): string }
  }
}
declare module 'markdown-it-footnote' {
  const plugin: unknown
  export default plugin
}
declare module 'markdown-it-emoji' {
  export const full: unknown
}
