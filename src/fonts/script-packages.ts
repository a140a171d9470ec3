/** Packages of one script, by kind; data from the npm registry that a user installs beside a guide, never code. */
export interface ScriptPackages {
  readonly sans: string
  readonly serif?: string
}

/** Unicode's name of a script, or the language where one script is drawn differently, to its packages. */
const PACKAGES: Readonly<Record<string, ScriptPackages>> = {
  'Han:ja': { sans: 'noto-sans-jp', serif: 'noto-serif-jp' },
  'Han:ko': { sans: 'noto-sans-kr', serif: 'noto-serif-kr' },
  'Han:zh-Hant': { sans: 'noto-sans-tc', serif: 'noto-serif-tc' },
  Han: { sans: 'noto-sans-sc', serif: 'noto-serif-sc' },
  Hiragana: { sans: 'noto-sans-jp', serif: 'noto-serif-jp' },
  Katakana: { sans: 'noto-sans-jp', serif: 'noto-serif-jp' },
  Hangul: { sans: 'noto-sans-kr', serif: 'noto-serif-kr' },
  Bopomofo: { sans: 'noto-sans-tc', serif: 'noto-serif-tc' },
  Devanagari: { sans: 'noto-sans-devanagari', serif: 'noto-serif-devanagari' },
  Bengali: { sans: 'noto-sans-bengali', serif: 'noto-serif-bengali' },
  Gujarati: { sans: 'noto-sans-gujarati', serif: 'noto-serif-gujarati' },
  Gurmukhi: { sans: 'noto-sans-gurmukhi', serif: 'noto-serif-gurmukhi' },
  Kannada: { sans: 'noto-sans-kannada', serif: 'noto-serif-kannada' },
  Malayalam: { sans: 'noto-sans-malayalam', serif: 'noto-serif-malayalam' },
  Oriya: { sans: 'noto-sans-oriya', serif: 'noto-serif-oriya' },
  Sinhala: { sans: 'noto-sans-sinhala', serif: 'noto-serif-sinhala' },
  Tamil: { sans: 'noto-sans-tamil', serif: 'noto-serif-tamil' },
  Telugu: { sans: 'noto-sans-telugu', serif: 'noto-serif-telugu' },
  Thai: { sans: 'noto-sans-thai', serif: 'noto-serif-thai' },
  Lao: { sans: 'noto-sans-lao', serif: 'noto-serif-lao' },
  Khmer: { sans: 'noto-sans-khmer', serif: 'noto-serif-khmer' },
  Myanmar: { sans: 'noto-sans-myanmar', serif: 'noto-serif-myanmar' },
  Tibetan: { sans: 'noto-serif-tibetan' },
  Mongolian: { sans: 'noto-sans-mongolian' },
  Ethiopic: { sans: 'noto-sans-ethiopic', serif: 'noto-serif-ethiopic' },
  Armenian: { sans: 'noto-sans-armenian', serif: 'noto-serif-armenian' },
  Georgian: { sans: 'noto-sans-georgian', serif: 'noto-serif-georgian' },
}

/** Punctuation and full-width forms that Chinese, Japanese and Korean share. */
const EAST_ASIAN = /[\u3000-\u303f\u30fb\u30fc\ufe10-\ufe4f\uff00-\uffef]/

const scripts = Object.keys(PACKAGES)
  .filter((key) => !key.includes(':'))
  .map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)

/** The packages that draw a letter, in the manner of a language (BCP 47); undefined where none is known. */
export function packagesFor(letter: string, lang: string): ScriptPackages | undefined {
  const script = EAST_ASIAN.test(letter) ? 'Han' : scripts.find(([, pattern]) => pattern.test(letter))?.[0]
  return script ? (PACKAGES[`${script}:${manner(lang)}`] ?? PACKAGES[script]) : undefined
}

function manner(lang: string): string {
  try {
    const { language, script } = new Intl.Locale(lang).maximize()
    return script === 'Hant' ? 'zh-Hant' : (language ?? '')
  } catch {
    return ''
  }
}
