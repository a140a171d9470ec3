export { productFolder } from './product-folder.js'
export { loadTemplates } from './templates.js'
export type { Templates } from './templates.js'
