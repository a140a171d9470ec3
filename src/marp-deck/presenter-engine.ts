import type { MarpOptions } from '@marp-team/marp-core'
import { createDeckEngine } from './engine.js'

// marp-cli's `--engine` takes a module by its default export alone.
export default (options: MarpOptions) => createDeckEngine({ marp: options })
