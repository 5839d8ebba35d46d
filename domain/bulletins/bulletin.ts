import type { AccountId, BulletinId, Instant, Sha256, UnitId } from '@nguon/domain/platform'
import type { BulletinClass } from './bulletin-class.ts'
import type { BulletinKind } from './bulletin-kind.ts'
import type { BulletinState } from './bulletin-state.ts'
import type { BulletinLanguage } from './language.ts'

/** What someone decided about a token the reader does not know: how it is said, or null to have it spelled letter by letter. */
export interface ReadingDecision {
  readonly token: string
  readonly spoken: string | null
}

/** The bulletin in one language. */
export interface BulletinText {
  readonly language: BulletinLanguage
  readonly title: string
  readonly summary: string
  readonly body: string
  /** A human voice, as a file of the media library; null: a machine reads the text. */
  readonly recordingSha256: Sha256 | null
  /** Voice by its id; null: the one the unit uses. */
  readonly voiceId: string | null
  /** 1 is the voice's own speed. */
  readonly speed: number
  /** For horns that echo: longer pauses, also at commas. */
  readonly longerPauses: boolean
  readonly readingDecisions: readonly ReadingDecision[]
}

export const attachmentKinds = ['image', 'document', 'video', 'sound'] as const

export interface Attachment {
  readonly mediaSha256: Sha256
  readonly kind: (typeof attachmentKinds)[number]
  readonly title: string
  /** What a picture shows, for those who do not see it. */
  readonly description: string
}

export interface Link {
  readonly url: string
  readonly title: string
}

/** Everything a person writes; kept for good with every version. */
export interface BulletinContent {
  readonly kind: BulletinKind
  readonly class: BulletinClass
  readonly topicId: string
  /** One a language, the first being the main one; played in this order. */
  readonly texts: readonly [BulletinText, ...BulletinText[]]
  /** Number and sign of the document it rests on, such as `2588/QĐ-UBND`; empty when there is none. */
  readonly documentNumber: string
  /** Where the information comes from: an agency, a document, a person. */
  readonly origin: string
  /** The author as named to the public. */
  readonly author: string
  readonly penName: string
  /** Before and after it the bulletin is not to go out; null: open on that side. */
  readonly validFrom: Instant | null
  readonly validUntil: Instant | null
  /** Where what it tells of takes place. */
  readonly place: string
  /** Whom it concerns, in words: "phụ nữ mang thai". Which devices play it is the target of a slot. */
  readonly concerns: string
  /** The short message of it, as it would be sent; empty when there is none. */
  readonly sms: string
  /** Lines for a board, the first being its heading. */
  readonly slide: readonly string[]
  readonly attachments: readonly Attachment[]
  readonly links: readonly Link[]
}

/** One version: written once, never changed. */
export interface BulletinVersion {
  readonly bulletinId: BulletinId
  /** Counts from 1. */
  readonly number: number
  readonly content: BulletinContent
  readonly writtenBy: AccountId
  readonly writerName: string
  readonly writtenAt: Instant
}

/** One piece of source information, with where it stands on its way. */
export interface Bulletin {
  readonly id: BulletinId
  readonly unitId: UnitId
  readonly state: BulletinState
  /** The number of the current version. */
  readonly version: number
  /** Everyone who wrote a version of it: none of them approves it. */
  readonly writers: readonly AccountId[]
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly submittedAt: Instant | null
  readonly submittedBy: AccountId | null
  readonly publishedAt: Instant | null
  /** Why it was returned or withdrawn last. */
  readonly reason: string | null
}

/** What is read aloud of a text: the title as a sentence of its own, then the body. */
export function spokenMatter(text: Pick<BulletinText, 'title' | 'body'>): string {
  return text.body === '' ? text.title : `${text.title}\n${text.body}`
}
