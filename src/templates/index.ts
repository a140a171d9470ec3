export { loadTemplates, productFolder } from './templates.js'
export type { Templates } from './templates.js'
