import { type Instant, instant, type Zone } from '@nguon/domain/platform'
import { expandSlot, type Slot } from '@nguon/domain/schedule'

/**
 * The slot to save at `now`: an occurrence whose time has already begun is excepted, so that nobody hears the second half of
 * what was scheduled too late (rule P1.11). One that `before`, the slot's earlier self, was playing anyway stays.
 */
export function skipStarted(slot: Slot, before: Slot | null, now: Instant, zone: Zone): Slot {
  const { recurrence } = slot
  if (recurrence.kind === 'once') return slot
  const running = { startsAt: instant(now - Math.ceil(slot.durationSeconds * 1000) + 1), endsAt: now }
  const playing = before ? expandSlot(before, running, zone).map(({ startsAt }) => startsAt) : []
  const late = expandSlot(slot, running, zone).filter(({ startsAt }) => !playing.includes(startsAt))
  if (late.length === 0) return slot
  return {
    ...slot,
    recurrence: { ...recurrence, exceptions: [...recurrence.exceptions, ...late.map(({ day }) => day)] },
  }
}
