import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { compileOptions } from '../templates/compile-options.mjs'

/** The product's templates as one module: each one's function, and the hash of the text that it was made of. */
export function compiledTemplates(templates) {
  const entries = ['deck', 'handout'].flatMap((folder) =>
    readdirSync(join(templates, folder))
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => {
        const source = readFileSync(join(templates, folder, name), 'utf8')
        const hash = createHash('sha256').update(source).digest('hex')
        const spec = Handlebars.precompile(source, compileOptions(folder))
        return `${JSON.stringify(`${folder}/${name}`)}:{hash:"${hash}",spec:${spec}}`
      }),
  )
  return `export const compiled={\n${entries.join(',\n')}\n}\n`
}
