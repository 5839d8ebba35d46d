import type { BulletinClass } from '@nguon/domain/bulletins'
import type { Span, UnitId } from '@nguon/domain/platform'

/** How far an approval reaches. Scheduling inside it is the unit's own decision; outside it is refused and the limit named. */
export interface ApprovalLimits {
  /** Units whose devices may play it; each stands for everything below it. */
  readonly area: readonly UnitId[]
  /** An occurrence has to lie wholly in it. */
  readonly period: Span
  /** The highest class it may be scheduled in. */
  readonly class: BulletinClass
}
