const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements of running text that mean something on a slide and on paper alike. */
export const MARKS = set('abbr bdi bdo cite dfn ins kbd mark q rp rt ruby samp small sub sup u var')

/** Elements without content, which need no closing tag. */
export const VOID = set('area base br col embed frame hr img image input link meta param source track wbr')

/** Left out, with what is in them: no prose of the guide's own. */
export const DROPPED = set('script style svg')

/** Told when they are met: a guide cannot hold them. Their words stay, and so does where they lead. */
export const REMOVED = set(
  'applet area audio base button canvas embed form frame frameset iframe input link map meta object select template ' +
    'textarea title video script style svg',
)

/** What a parser reads as text up to the closing tag. */
export const RAW_TEXT = set('noembed noframes plaintext textarea title xmp')

/** Elements that may stay open, since what follows closes them. */
export const MAY_STAY_OPEN = set(
  'colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr html head body',
)

/** Formatting that HTML opens again in every paragraph that follows, until it is closed. */
export const FORMATTING = set('a b big code em font i nobr s small strike strong tt u')

/** Elements that are words as well: alone in a sentence, `<title>` is what the reader is to fill in. */
const WORDS = set(
  'address article aside base body data footer frame head header input label legend link main map menu meta nav object ' +
    'option output param section select source style summary template textarea time title track form button canvas embed',
)

const OTHERS = set(
  'a acronym article aside b basefont bgsound big blink blockquote br caption center code col colgroup content dd del ' +
    'details dialog dir div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr html i img ' +
    'image label legend li listing main marquee math menu menuitem meter multicol nav nobr noembed noframes noscript ol ' +
    'optgroup option output p param picture plaintext pre progress rb rbc rtc s search section slot source span strike ' +
    'strong summary table tbody td tfoot th thead time tr track tt ul wbr xmp address data head body datalist keygen',
)

/** SVG, which goes as a whole; these are left where blank lines cut it in pieces. */
const DRAWING = set(
  'animate circle clippath defs desc ellipse filter foreignobject g line lineargradient marker mask path pattern polygon ' +
    'polyline radialgradient rect stop symbol text textpath tspan use view',
)

/** MathML, which is read for its formula. */
const MATHS = set(
  'annotation annotation-xml maction merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ' +
    'ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics',
)

/** Whether a tag goes in silence: what it belongs to is told. */
export function isDrawing(name: string): boolean {
  return DRAWING.has(name)
}

/** Whether HTML has an element of this name. */
export function isHtmlName(name: string): boolean {
  return MARKS.has(name) || REMOVED.has(name) || OTHERS.has(name) || MATHS.has(name) || VOID.has(name)
}

/** Whether a tag of this name that nothing closes is to be read as a word between angle brackets. */
export function isWord(name: string): boolean {
  return WORDS.has(name) || !isHtmlName(name)
}
