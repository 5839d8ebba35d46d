import type { Assignment } from '@nguon/domain/assignments'
import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'

/** Why a well-signed assignment is not obeyed (rule D17). */
export type AssignmentFault = 'other-device' | 'older' | 'no-trusted-time'

export function judgeAssignment(
  holder: { readonly deviceId: DeviceId; readonly unitId: UnitId; readonly assignment: Assignment | null },
  offered: Assignment,
  now: Instant | null,
): AssignmentFault | null {
  if (offered.deviceId !== holder.deviceId) return 'other-device'
  if (now === null) return 'no-trusted-time'
  const held = holder.assignment?.version ?? 0
  if (offered.version < held) return 'older'
  // One version says one thing: another unit under the number at hand is no decision of the server.
  if (offered.version === held && offered.unitId !== holder.unitId) return 'older'
  return null
}
