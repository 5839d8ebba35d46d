import type { BulletinContent, BulletinLanguage } from '@nguon/domain/bulletins'
import type { Sha256 } from '@nguon/domain/platform'
import type { ApprovalLimits } from './approval-limits.ts'

/** How one language of a bulletin sounds: the text as it is spoken and the audio that plays. */
export interface Sounding {
  readonly language: BulletinLanguage
  /** Null for a recording: what a person says is in the audio. */
  readonly reading: string | null
  readonly audioSha256: Sha256
}

/**
 * What an approver decides on; its canonical hash (RFC 8785, SHA-256) is the content hash. It holds everything that is
 * heard, seen and read, and how far it may go: a letter, a second of audio, a picture or a village more is another hash.
 */
export interface ApprovableContent {
  /** In the order in which they are played. */
  readonly texts: readonly {
    readonly language: BulletinLanguage
    readonly title: string
    readonly summary: string
    readonly text: string
    readonly reading: string | null
    readonly audioSha256: Sha256 | null
  }[]
  readonly attachments: readonly {
    readonly mediaSha256: Sha256
    readonly title: string
    readonly description: string
  }[]
  readonly limits: ApprovalLimits
}

/** Units of the area are sorted: the order in which they were ticked is no part of the decision. */
export function contentOf(
  content: BulletinContent,
  soundings: readonly Sounding[],
  { area, period, class: highestClass }: ApprovalLimits,
): ApprovableContent {
  return {
    texts: content.texts.map(({ language, title, summary, body }) => {
      const sounding = soundings.find(sounding => sounding.language === language)
      return {
        language,
        title,
        summary,
        text: body,
        reading: sounding?.reading ?? null,
        audioSha256: sounding?.audioSha256 ?? null,
      }
    }),
    attachments: content.attachments.map(({ mediaSha256, title, description }) => ({
      mediaSha256,
      title,
      description,
    })),
    limits: {
      area: [...new Set(area)].sort(),
      period: { startsAt: period.startsAt, endsAt: period.endsAt },
      class: highestClass,
    },
  }
}
