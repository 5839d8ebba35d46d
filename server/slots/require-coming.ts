import { Refusal } from '@nguon/contract/platform'
import { slotRefusals } from '@nguon/contract/slots'
import { addDays, type Day, type Instant, localToInstant, type TimeOfDay } from '@nguon/domain/platform'
import { expandSlot, type Slot } from '@nguon/domain/schedule'

/** Refuses a day on which the slot does not play, or has begun. @throws NOT_AN_OCCURRENCE, SLOT_ALREADY_AIRED */
export function requireComing(slot: Slot, day: Day, now: Instant, zone: string): void {
  const midnight = '00:00' as TimeOfDay
  const span = {
    startsAt: localToInstant(day, midnight, zone),
    endsAt: localToInstant(addDays(day, 1), midnight, zone),
  }
  const [occurrence] = expandSlot(slot, span, zone)
  if (!occurrence) throw new Refusal(slotRefusals.NOT_AN_OCCURRENCE, { day })
  if (occurrence.startsAt <= now) throw new Refusal(slotRefusals.SLOT_ALREADY_AIRED)
}
