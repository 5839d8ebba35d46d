import type { Instant } from '@nguon/domain/platform'
import { isDaytime, forbiddenBy, soundingLimit } from './guard.ts'
import { emergencyHolds } from './held-emergency.ts'
import { endOfLife } from './judge-lineup.ts'
import type { PlayerState } from './player-state.ts'

/** How long the tone of a self-test sounds. */
export const toneSeconds = 2

const selfTestEvery = 7 * 86_400_000
/** Nothing else sounds so long before the tone and after it. */
const distance = 120_000
/** Devices that were all kept waiting by the same quiet hours do not sound all at once when these end. */
const longestSpread = 600_000

/**
 * Whether a device tests itself now (A7.1, A7.2). `share`: its own place in `[0, 1)`, the same for ever. `lastTestAt`: its
 * last complete test; null when there was none.
 */
export function isSelfTestDue(
  state: PlayerState,
  now: Instant | null,
  { share, lastTestAt }: { readonly share: number; readonly lastTestAt: Instant | null },
): boolean {
  const { lineup, mark } = state
  if (emergencyHolds(state, now)) return false
  if (now === null || !lineup || !mark || state.playing || now >= endOfLife(lineup)) return false
  const dueAt = lastTestAt === null ? mark.since + share * selfTestEvery : lastTestAt + selfTestEvery
  const until = (now + toneSeconds * 1000) as Instant
  if (now < dueAt || !isDaytime(lineup.guard, now)) return false
  const taken = lineup.items.some(item => item.startsAt - distance < until && now < item.endsAt + distance)
  if (taken) return false
  const since = Math.round(now - share * longestSpread) as Instant
  if (forbiddenBy(lineup.guard, since, 'normal') !== null) return false
  return soundingLimit(lineup.guard, since, until, 'normal').by === null
}
