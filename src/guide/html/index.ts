export { resolveHtml, type ResolvedHtml } from './resolve.js'
