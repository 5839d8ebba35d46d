import type { Bulletin, BulletinAct, BulletinVersion } from '@nguon/domain/bulletins'
import type { Actor, UnitPath } from '@nguon/domain/platform'

/**
 * One step of a bulletin on its way, as the modules above are told of it in its own transaction: they do their part of
 * it, or stop it by throwing a refusal.
 */
export interface BulletinStep {
  readonly act: BulletinAct
  readonly before: Bulletin
  readonly after: Bulletin
  /** The current version after the step. */
  readonly version: BulletinVersion
  readonly unitPath: UnitPath
  /** Null when the clock did it. */
  readonly actor: Actor | null
}
