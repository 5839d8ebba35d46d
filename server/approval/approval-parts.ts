import type { BulletinParts } from '@nguon/server/bulletins'
import type { Clock } from '@nguon/server/platform'

/** What the decisions need beside the database. */
export interface ApprovalParts {
  readonly clock: Clock
  readonly bulletins: BulletinParts
}
