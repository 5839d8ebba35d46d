import type { BulletinClass } from '../bulletin-class.ts'

/**
 * What a field holds. `line`: words inside a sentence. `date`: `YYYY-MM-DD`; `time`: `HH:MM`. `phone`: a number as
 * people write it.
 */
export type NoticeFieldKind = 'line' | 'date' | 'time' | 'phone'

export interface NoticeField {
  readonly id: string
  readonly label: string
  readonly kind: NoticeFieldKind
  readonly required: boolean
  readonly example: string
}

/**
 * Mẫu thông báo. `{field}` in a sentence stands for what was filled in; a sentence with a field that was left empty is
 * left out, so optional things need no second wording. `{unit}` is the unit that speaks; `{when}` joins day and hours.
 */
export interface NoticeTemplate {
  readonly id: string
  readonly name: string
  /** When to take this one. */
  readonly purpose: string
  readonly topicId: string
  readonly class: BulletinClass
  readonly fields: readonly NoticeField[]
  readonly title: string
  readonly summary: string
  /** Sentences by paragraph, as an announcer reads them. */
  readonly body: readonly (readonly string[])[]
  /** What "Xin nhắc lại" says again: the matter, then day, hour and place. */
  readonly reminder: string
  readonly sms: readonly string[]
  /** Lines for a board, the first being its heading. */
  readonly slide: readonly string[]
}

/** What was filled in, by field id. Absent and blank are the same. */
export type NoticeValues = Readonly<Record<string, string>>
