import { svg } from 'property-information'

export const SVG = 'http://www.w3.org/2000/svg'
export const XLINK = 'http://www.w3.org/1999/xlink'
const XML = 'http://www.w3.org/XML/1998/namespace'

const ELEMENTS = new Set(
  (
    'svg g defs symbol use switch title desc style image ' +
    'path rect circle ellipse line polyline polygon text tspan textPath ' +
    'marker linearGradient radialGradient stop pattern clipPath mask filter ' +
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap ' +
    'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode ' +
    'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)

/** What goes without a word: it draws nothing in a picture. */
const SILENT = new Set([
  'metadata',
  'view',
  'cursor',
  'font',
  'font-face',
  'glyph',
  'missing-glyph',
  'hkern',
  'vkern',
])

const ANIMATIONS = new Set(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set', 'discard'])

const ATTRIBUTES = new Set([
  ...Object.values(svg.property).map(({ attribute }) => attribute),
  'font',
  'isolation',
  'mix-blend-mode',
  'white-space',
  'inline-size',
  'line-height',
])

/** Whether an element stays, becomes a group, or goes; what goes is told by a name, or not at all. */
export function elementFate(uri: string, name: string): 'keep' | 'group' | { readonly told?: string } {
  if (uri !== SVG && uri !== '') return {}
  if (ELEMENTS.has(name)) return 'keep'
  if (name === 'a') return 'group'
  if (SILENT.has(name)) return {}
  return { told: ANIMATIONS.has(name) ? 'animations' : `<${name.slice(0, 20)}>` }
}

/** The name under which an attribute is written; undefined where it goes. */
export function attributeName(uri: string, local: string): string | undefined {
  if (uri === XLINK) return local === 'href' ? 'xlink:href' : undefined
  if (uri === XML) return local === 'space' || local === 'lang' ? `xml:${local}` : undefined
  return uri === '' && ATTRIBUTES.has(local) && !/^on/i.test(local) ? local : undefined
}
