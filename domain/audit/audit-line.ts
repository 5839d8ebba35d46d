import type { AccountId, Id, Instant, UnitId } from '@nguon/domain/platform'

export type AuditLineId = Id<'auditLine'>

/** One act of a person, a peer or a command, as it is kept for good. */
export interface AuditLine {
  readonly id: AuditLineId
  readonly at: Instant
  /** Null when the system itself acted. */
  readonly accountId: AccountId | null
  readonly actorName: string
  /** Module and verb: `bulletins.submit`. */
  readonly action: string
  readonly unitId: UnitId | null
  readonly subjectId: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly address: string | null
}
