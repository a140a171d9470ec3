/** Fixed words of the presenter, by their key in templates/words. `{n}` stands in some for a number. */
export type PresenterWords = Readonly<Record<PresenterWord, string>>

export const PRESENTER_WORDS = [
  'nextSlide',
  'previousSlide',
  'firstSlide',
  'lastSlide',
  'goToSlide',
  'numberOrTitle',
  'noSuchSlide',
  'overview',
  'presenterView',
  'fullScreen',
  'blackScreen',
  'whiteScreen',
  'pointer',
  'countdown',
  'startPause',
  'addMinute',
  'reset',
  'clock',
  'largerNotes',
  'smallerNotes',
  'keys',
  'close',
  'onTime',
  'late',
  'early',
  'timeUp',
  'slide',
  'partOf',
  'min',
  'notes',
  'section',
  'skip',
  'shorten',
  'range',
] as const

export type PresenterWord = (typeof PRESENTER_WORDS)[number]

export interface PresentedSection {
  /** In the language's digits; absent where the guide has one section alone. */
  readonly number?: string
  /** Plain text. */
  readonly title: string
  readonly minutes?: number
  /** Its first slide, 1-based. */
  readonly first: number
}

export interface PresentedExercise {
  /** 1-based. */
  readonly slides: readonly number[]
  readonly minutes: number
}

/** All that the presenter's script needs beside the slides; it stands in deck.html as one attribute. */
export interface DeckData {
  /** Language of the words and digits, BCP 47. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly variant: 'light' | 'dark'
  /** To share: without notes, clock and presenter view. */
  readonly isPublic: boolean
  readonly words: PresenterWords
  /** In order, those that have slides. */
  readonly sections: readonly PresentedSection[]
  /** Of the whole, in minutes. */
  readonly duration?: number
  /** Slides that a late speaker may skip first, 1-based, and those to shorten next. */
  readonly could: readonly number[]
  readonly should: readonly number[]
  readonly exercises: readonly PresentedExercise[]
}
