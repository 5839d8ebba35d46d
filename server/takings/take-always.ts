import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Actor, UnitId } from '@nguon/domain/platform'
import { maySchedule } from '@nguon/domain/schedule'
import { writeAudit } from '@nguon/server/audit'
import type { Transaction } from '@nguon/server/platform'
import { type ScheduleParts, saveStandingTaking, standingTakingsOf } from '@nguon/server/schedule'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'

export interface StandingWish {
  readonly unitId: UnitId
  /** A unit above it. */
  readonly fromUnitId: UnitId
  readonly taken: boolean
}

/**
 * The unit's standing rule to take every normal slot of a unit above it, made or ended (rule P5.1). False when it was so
 * before: then nothing is written. What it said about a single slot goes on to hold.
 */
export async function takeAlways(
  tx: Transaction,
  { clock }: Pick<ScheduleParts, 'clock'>,
  actor: Actor,
  { unitId, fromUnitId, taken }: StandingWish,
): Promise<boolean> {
  const path = await readUnitPath(tx, { clock }, unitId)
  requireRight(maySchedule(actor, path))
  if (fromUnitId === unitId || !path.includes(fromUnitId)) throw new Refusal(platformRefusals.NOT_FOUND)
  if ((await standingTakingsOf(tx, unitId)).includes(fromUnitId) === taken) return false
  await saveStandingTaking(tx, { unitId, fromUnitId }, taken, clock.now())
  const details = { fromUnitId, taken }
  await writeAudit(tx, { clock }, { actor, action: 'schedule.takeAlways', unitId, details })
  return true
}
