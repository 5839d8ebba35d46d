import { rulesRefusals } from '@nguon/contract/rules'
import { Refusal } from '@nguon/contract/platform'
import type { QuietPlace } from '@nguon/domain/rules'

/** Refuses a place that names nobody, or whose time ends before it starts. */
export function checkPlace({ target, around, periods }: Omit<QuietPlace, 'id'>): void {
  if (!around && target.units.length + target.groups.length + target.devices.length === 0) {
    throw new Refusal(rulesRefusals.PLACE_NAMES_NOBODY, { field: 'target' })
  }
  const isOver = periods.some(period =>
    period.kind === 'days' ? period.until < period.from : period.endsAt <= period.startsAt,
  )
  if (isOver) throw new Refusal(rulesRefusals.PLACE_ENDS_BEFORE_START, { field: 'periods' })
}
