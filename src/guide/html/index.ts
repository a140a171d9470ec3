export { anchorsOf } from './anchors.js'
export { resolveHtml, type ResolvedHtml } from './resolve.js'
