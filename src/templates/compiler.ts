import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type Handlebars from 'handlebars'
import { compileOptions } from './compile-options.mjs'
import { productFolder } from './product-folder.js'

/** What the bundle holds of each template, by its path: its function, and the hash of the text that it was made of. */
type Compiled = Readonly<Record<string, { readonly hash: string; readonly spec: TemplateSpecification }>>

export interface Compiler {
  /** Its helpers and partials are those of these templates alone. */
  readonly handlebars: typeof Handlebars
  readonly compile: (name: string, source: string) => Handlebars.TemplateDelegate
}

/**
 * How the templates of one folder become functions. Where the bundle has compiled the very same texts, those serve:
 * Handlebars' own compiler takes a tenth of a second, and is loaded only for others.
 */
export async function compilerOf(folder: string, sources: ReadonlyMap<string, string>): Promise<Compiler> {
  const bundled = await bundledTemplates()
  const isBundled = [...sources].every(
    ([name, source]) => bundled[`${folder}/${name}`]?.hash === hashOf(source),
  )
  if (isBundled) {
    const { default: runtime } = await import('handlebars/runtime')
    const handlebars = runtime.create()
    return {
      handlebars,
      compile: (name) => handlebars.template(bundled[`${folder}/${name}`]?.spec as TemplateSpecification),
    }
  }
  const { default: whole } = await import('handlebars')
  const handlebars = whole.create()
  return { handlebars, compile: (_, source) => handlebars.compile(source, compileOptions(folder)) }
}

async function bundledTemplates(): Promise<Compiled> {
  const file = join(productFolder(), 'dist', 'templates.js')
  if (!existsSync(file)) return {}
  return ((await import(pathToFileURL(file).href)) as { compiled: Compiled }).compiled
}

function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex')
}
