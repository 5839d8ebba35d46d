import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Bulletin } from '@nguon/domain/bulletins'
import type { Actor, UnitPath } from '@nguon/domain/platform'
import type { Clock, Database, Following } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import type { BulletinStep } from './bulletin-step.ts'

/** What the operations on bulletins need beside the database. */
export interface BulletinParts {
  readonly clock: Clock
  readonly steps: Following<BulletinStep>
  /** A bulletin was begun; told in the transaction that begins it. */
  readonly created: Following<Pick<BulletinStep, 'version' | 'unitPath'>>
}

/** Who asks, and from where. */
export interface Caller {
  readonly actor: Actor
  readonly address: string | null
}

/** The bulletin with its place in the tree. @throws NOT_FOUND */
export async function placed(
  db: Database,
  { clock }: { clock: Clock },
  bulletin: Bulletin | null,
): Promise<{ readonly bulletin: Bulletin; readonly unitPath: UnitPath }> {
  if (!bulletin) throw new Refusal(platformRefusals.NOT_FOUND)
  return { bulletin, unitPath: await readUnitPath(db, { clock }, bulletin.unitId) }
}
