import type { BulletinContent } from '@nguon/domain/bulletins'
import { bulletinClasses } from '@nguon/domain/bulletins'
import { type Instant, instant, millisecondsPerDay, type UnitId } from '@nguon/domain/platform'
import type { ApprovalLimits } from './approval-limits.ts'

/** Longer than this nobody answers for a text: it is approved anew. */
export const longestApprovalDays = 366

/** For a bulletin that names no end of validity. */
const usualApprovalDays = 30

type Bounds = Pick<BulletinContent, 'class' | 'validFrom' | 'validUntil'>

/** Limits to start from: the unit of the bulletin, from now to the end of validity, in the class it was written in. */
export function suggestedLimits(unitId: UnitId, content: Bounds, now: Instant): ApprovalLimits {
  const startsAt = Math.max(now, content.validFrom ?? now)
  const latest = startsAt + longestApprovalDays * millisecondsPerDay
  const endsAt = Math.min(content.validUntil ?? startsAt + usualApprovalDays * millisecondsPerDay, latest)
  return {
    area: [unitId],
    period: { startsAt: instant(startsAt), endsAt: instant(endsAt) },
    class: content.class,
  }
}

export type LimitsFault = 'APPROVAL_PERIOD_INVALID' | 'APPROVAL_PERIOD_OUTSIDE_VALIDITY' | 'APPROVAL_CLASS_TOO_LOW'

/** Why a bulletin cannot be approved within these limits; null when it can. The area is a question of rights. */
export function judgeLimits(
  { period, class: highestClass }: Pick<ApprovalLimits, 'period' | 'class'>,
  { class: writtenClass, validFrom, validUntil }: Bounds,
  now: Instant,
): LimitsFault | null {
  const { startsAt, endsAt } = period
  const long = endsAt - startsAt > longestApprovalDays * millisecondsPerDay
  if (endsAt <= startsAt || endsAt <= now || long) return 'APPROVAL_PERIOD_INVALID'
  const early = validFrom !== null && startsAt < validFrom
  const late = validUntil !== null && endsAt > validUntil
  if (early || late) return 'APPROVAL_PERIOD_OUTSIDE_VALIDITY'
  const rank = bulletinClasses.indexOf(highestClass)
  return rank < bulletinClasses.indexOf(writtenClass) ? 'APPROVAL_CLASS_TOO_LOW' : null
}
