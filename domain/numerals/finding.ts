/** `sure`: one way to say it. `likely`: chosen by context or by rule. `unknown`: nobody can tell, a person must decide. */
export type Certainty = 'sure' | 'likely' | 'unknown'

/** What sort of thing a piece of the text is. */
export type ReadingKind =
  | 'word'
  | 'name'
  | 'loanword'
  | 'abbreviation'
  | 'dictionary'
  | 'number'
  | 'measure'
  | 'money'
  | 'date'
  | 'time'
  | 'phone'
  | 'code'
  | 'citation'
  | 'address'
  | 'coordinates'
  | 'web'
  | 'heading'
  | 'bullet'
  | 'symbol'
  | 'punctuation'

/** What a rule makes of the characters from `place.at` to `end`. */
export interface Finding {
  readonly end: number
  readonly spoken: string
  readonly kind: ReadingKind
  readonly certainty: Certainty
}
