import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Handlebars from 'handlebars'
import { Stop, finding } from '../finding/index.js'

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

/** The product's own folder, which holds templates/ and package.json, both from source and from the bundle. */
export function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'templates', 'shared'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The templates folder of Deckhand is missing.')
    folder = parent
  }
  return folder
}

/** Loads the Handlebars templates and partials of one folder; each file is a partial by its name. */
export function loadTemplates({ folder, override, helpers = {} }: TemplateOptions): Templates {
  const handlebars = Handlebars.create()
  const places = [override, join(productFolder(), 'templates')].filter((place) => place !== undefined)
  const find = (name: string, folders: readonly string[]): string | undefined =>
    places
      .flatMap((place) => folders.map((inner) => join(place, inner, name)))
      .find((path) => existsSync(path))

  handlebars.registerHelper({ ...helpers })
  const compiled = new Map<string, Handlebars.TemplateDelegate>()
  for (const name of templateNames(places, folder)) {
    const source = readFileSync(find(name, [folder]) as string, 'utf8')
    const template = handlebars.compile(source, { strict: true, noEscape: folder === 'deck', preventIndent: true })
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
