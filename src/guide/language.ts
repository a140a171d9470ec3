/** Languages that a script alone tells, where that changes direction, line breaks or sentence ends. */
const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Thai}/gu, 'th'],
]

/** Of all letters, so many must be of the script. Code and names in Latin stand in every guide. */
const SHARE: Readonly<Record<string, number>> = { ja: 0.1 }

/** The language of a guide that does not state it (BCP 47): English, but where the script says otherwise. */
export function guessLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'en'
  const found = BY_SCRIPT.find(
    ([script, lang]) => (text.match(script)?.length ?? 0) / letters > (SHARE[lang] ?? 0.3),
  )
  return found?.[1] ?? 'en'
}
