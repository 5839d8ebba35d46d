import type { DeviceId, Id, Instant } from '@nguon/domain/platform'

/** Too loud, rattling, silent, at the wrong time: what people say of a loudspeaker. */
export const complaints = ['loud', 'rattle', 'silent', 'time'] as const

export type Complaint = (typeof complaints)[number]

/** What somebody told at the pole. Nobody has to say who they are. */
export interface PoleReport {
  readonly id: Id<'poleReport'>
  readonly deviceId: DeviceId
  readonly at: Instant
  readonly complaint: Complaint
  readonly words: string
  /** Only where it was given, and only as long as it may be needed for an answer. */
  readonly phone: string | null
  /** By which the person finds it again. */
  readonly trackingWord: string
}

/** A telephone number is kept no longer than this (Luật Bảo vệ dữ liệu cá nhân 2025: only as long as the purpose needs). */
export const phoneKeptMilliseconds = 90 * 86_400_000
