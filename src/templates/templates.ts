import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type Handlebars from 'handlebars'
import { Stop, finding } from '../finding/index.js'
import { compilerOf } from './compiler.js'
import { productFolder } from './product-folder.js'

/** What every template of one folder is rendered with. */
export interface Templates {
  /**
   * Fills the template `<folder>/<name>.hbs` with data.
   * @throws Stop with the finding `template-broken` where it does not compile or asks for what is not there.
   */
  render(name: string, data: object): string
  /** The text of the stylesheet `<folder>/<name>.css`, or of `shared/<name>.css`. */
  style(name: string): string
}

export interface TemplateOptions {
  /** `deck` writes Markdown, so nothing is escaped for HTML; `handout` writes HTML. */
  readonly folder: 'deck' | 'handout'
  /** The folder of `--templates`: a file of the same name there replaces ours. */
  readonly override?: string | undefined
  readonly helpers?: Readonly<Record<string, Handlebars.HelperDelegate>>
}

/** Loads the Handlebars templates and partials of one folder; each file is a partial by its name. */
export async function loadTemplates({ folder, override, helpers = {} }: TemplateOptions): Promise<Templates> {
  const places = [override, join(productFolder(), 'templates')].filter((place) => place !== undefined)
  const find = (name: string, folders: readonly string[]): string | undefined =>
    places
      .flatMap((place) => folders.map((inner) => join(place, inner, name)))
      .find((path) => existsSync(path))

  const sources = new Map(
    templateNames(places, folder).map((name) => [name, readFileSync(find(name, [folder]) as string, 'utf8')]),
  )
  const { handlebars, compile } = await compilerOf(folder, sources)
  handlebars.registerHelper({ ...helpers })
  const compiled = new Map<string, Handlebars.TemplateDelegate>()
  for (const [name, source] of sources) {
    const template = compile(name, source)
    handlebars.registerPartial(name.replace(/\.hbs$/, ''), template)
    compiled.set(name, template)
  }

  return {
    render(name, data) {
      const template = compiled.get(`${name}.hbs`)
      if (!template) throw new Error(`There is no template ${folder}/${name}.hbs.`)
      try {
        return template(data)
      } catch (error) {
        const reason = (error as Error).message
        throw new Stop(finding('template-broken', { template: `${folder}/${name}.hbs`, reason }))
      }
    },
    style(name) {
      const path = find(`${name}.css`, [folder, 'shared'])
      if (!path) throw new Error(`There is no stylesheet ${name}.css.`)
      return readFileSync(path, 'utf8')
    },
  }
}

function templateNames(places: readonly string[], folder: string): readonly string[] {
  const names = places
    .map((place) => join(place, folder))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path))
    .filter((name) => name.endsWith('.hbs'))
  return [...new Set(names)].toSorted()
}
