import { type Language, useLanguage } from './language.ts'

type Words = { readonly [name: string]: string | ((...values: never[]) => string) | Words }

/** The same names with the same values to fill in, so that no sentence is without its translation. */
type Translated<Original> = {
  readonly [Name in keyof Original]: Original[Name] extends string
    ? string
    : Original[Name] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Translated<Original[Name]>
}

export interface BothLanguages<Original> {
  readonly vi: Original
  readonly en: Translated<Original>
}

/** The texts of one part of the screens. Vietnamese is the original; English must have every one of them. */
export function defineWords<const Original extends Words>(words: BothLanguages<Original>): BothLanguages<Original> {
  return words
}

export function wordsIn<Original>(words: BothLanguages<Original>, language: Language): Translated<Original> {
  return words[language] as Translated<Original>
}

/** `const words = useWords(bulletinWords)`, then `words.title`. */
export function useWords<Original>(words: BothLanguages<Original>): Translated<Original> {
  return wordsIn(words, useLanguage())
}
