import { emergencyRefusals } from '@nguon/contract/emergencies'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import {
  type Emergency,
  type EmergencyAct,
  emergencyAfter,
  type EmergencyId,
  type EmergencyState,
  type EmergencyType,
} from '@nguon/domain/emergencies'
import type { Actor, UnitPath } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import type { Announcement, Clock, Jobs, Transaction } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { findEmergency, lockEvent } from './store.ts'

export interface EmergencyParts {
  readonly clock: Clock
  readonly jobs: Pick<Jobs, 'enqueue'>
  /** Signed documents wait to be sent; heard at once by every server of the house. */
  readonly emergencySigned: Announcement<{ messageId: EmergencyId }>
}

export interface Caller {
  readonly actor: Actor
  readonly address: string | null
}

/** A message as the caller believes to see it. */
export interface Seen {
  readonly emergencyId: EmergencyId
  readonly type: EmergencyType
  readonly version?: number
}

/**
 * The message, locked with all of its event, for someone who may do this to it.
 * @throws NOT_FOUND, FORBIDDEN, EMERGENCY_IS_DRILL, EMERGENCY_IS_REAL, STALE_VERSION
 */
export async function emergencyToChange(
  tx: Transaction,
  { clock }: Pick<EmergencyParts, 'clock'>,
  { actor }: Caller,
  { emergencyId, type, version }: Seen,
  may: (actor: Actor, unitPath: UnitPath) => boolean,
): Promise<{ emergency: Emergency; unitPath: UnitPath }> {
  await lockEvent(tx, emergencyId)
  const emergency = await findEmergency(tx, emergencyId)
  if (!emergency) throw new Refusal(platformRefusals.NOT_FOUND)
  const unitPath = await readUnitPath(tx, { clock }, emergency.unitId)
  requireRight(may(actor, unitPath))
  if (emergency.type !== type) {
    const { EMERGENCY_IS_DRILL, EMERGENCY_IS_REAL } = emergencyRefusals
    throw new Refusal(emergency.type === 'drill' ? EMERGENCY_IS_DRILL : EMERGENCY_IS_REAL, { field: 'type' })
  }
  if (version !== undefined && emergency.version !== version) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: emergency.version })
  }
  return { emergency, unitPath }
}

const stateWords: Readonly<Record<EmergencyState, string>> = {
  draft: 'bản nháp',
  waiting: 'chờ người thứ hai xác nhận',
  confirmed: 'đã xác nhận',
  sounding: 'đang phát',
  updated: 'đã thay bằng tin mới',
  corrected: 'đã đính chính',
  cancelled: 'đã hủy',
  ended: 'đã kết thúc',
  discarded: 'đã bỏ',
}

/** @throws EMERGENCY_NOT_OPEN */
export function stateBy(emergency: Emergency, act: EmergencyAct): EmergencyState {
  const after = emergencyAfter(emergency.state, act)
  if (after !== null) return after
  throw new Refusal(emergencyRefusals.EMERGENCY_NOT_OPEN, { state: stateWords[emergency.state] })
}

/** The line of the trail; of a drill under a name of its own. */
export function auditEmergency(
  tx: Transaction,
  { clock }: Pick<EmergencyParts, 'clock'>,
  { actor, address }: Caller,
  emergency: Emergency,
  verb: string,
  details: Readonly<Record<string, string | number | null>> = {},
): Promise<void> {
  return writeAudit(
    tx,
    { clock },
    {
      actor,
      address,
      action: `${emergency.type === 'drill' ? 'drills' : 'emergencies'}.${verb}`,
      unitId: emergency.unitId,
      subjectId: emergency.id,
      details: { headline: emergency.headline, purpose: emergency.purpose, ...details },
    },
  )
}
