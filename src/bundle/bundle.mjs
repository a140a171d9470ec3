// Bundles src/ into dist/, where that is stale: one file starts in a quarter of the time that hundreds take.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compiledTemplates } from './templates.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const dist = join(root, 'dist')

/** Loaded from node_modules: they bring data files, or are rarely needed. */
const external = [
  '@marp-team/marp-cli',
  '@marp-team/marp-core',
  '@marp-team/marp-core/*',
  '@sparticuz/chromium',
  'pdfjs-dist',
  'highlight.js',
  'shiki',
  '@mathjax/*',
  'beautiful-mermaid',
]

const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(...readdirSync(path).map((name) => newest(join(path, name))), 0)
    : statSync(path).mtimeMs

const sources = ['src', 'templates', 'package.json', 'package-lock.json']
  .map((name) => join(root, name))
  .filter(existsSync)
const made = join(dist, 'cli.js')
if (existsSync(made) && statSync(made).mtimeMs > Math.max(...sources.map(newest))) process.exit(0)

rmSync(dist, { recursive: true, force: true })
await build({
  entryPoints: {
    cli: join(root, 'src/cli/main.ts'),
    engine: join(root, 'src/deck/engine.ts'),
    'marp-thread': join(root, 'src/build/marp-thread/thread.ts'),
    'deck-engine': join(root, 'src/marp-deck/presenter-engine.ts'),
    browser: join(root, 'src/browser/index.ts'),
  },
  outdir: dist,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
  external,
  // CommonJS inside the bundle asks for Node's own modules by require.
  banner: {
    js: "import{createRequire as __deckhandRequire}from'node:module';const require=__deckhandRequire(import.meta.url);",
  },
})
await build({
  entryPoints: { present: join(root, 'src/present/page/main.ts') },
  outdir: dist,
  bundle: true,
  platform: 'browser',
  target: ['chrome109', 'firefox115', 'safari16'],
  format: 'iife',
  minify: true,
  // It stands inside the HTML as it is.
  charset: 'ascii',
  logLevel: 'warning',
})
writeFileSync(join(dist, 'templates.js'), compiledTemplates(join(root, 'templates')))
