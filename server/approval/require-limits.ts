import { approvalRefusals } from '@nguon/contract/approval'
import { Refusal } from '@nguon/contract/platform'
import { type ApprovalLimits, judgeLimits, longestApprovalDays } from '@nguon/domain/approval'
import type { BulletinContent } from '@nguon/domain/bulletins'
import type { UnitPath } from '@nguon/domain/platform'
import { displayName } from '@nguon/domain/territory'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsById } from '@nguon/server/territory'

/** @throws APPROVAL_PERIOD_INVALID, APPROVAL_PERIOD_OUTSIDE_VALIDITY, APPROVAL_CLASS_TOO_LOW, APPROVAL_AREA_TOO_WIDE */
export async function requireLimits(
  db: Database,
  { clock }: { clock: Clock },
  limits: ApprovalLimits,
  content: BulletinContent,
  reaches: (unitPath: UnitPath) => boolean,
): Promise<void> {
  const fault = judgeLimits(limits, content, clock.now())
  if (fault !== null) {
    const field = fault === 'APPROVAL_CLASS_TOO_LOW' ? 'limits.class' : 'limits.period'
    throw new Refusal(approvalRefusals[fault], { field, days: longestApprovalDays })
  }
  const placed = await unitsById(db, clock.today(), limits.area)
  const outside = limits.area.flatMap(unitId => {
    const found = placed.find(({ unit }) => unit.unitId === unitId)
    if (found && reaches(found.path)) return []
    return [found ? displayName(found.unit) : unitId]
  })
  if (outside.length > 0) {
    throw new Refusal(approvalRefusals.APPROVAL_AREA_TOO_WIDE, { field: 'limits.area', units: outside })
  }
}
