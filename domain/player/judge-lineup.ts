import type { Lineup } from '@nguon/domain/lineups'
import type { Instant, UnitId } from '@nguon/domain/platform'
import type { LineupMark } from './player-state.ts'

/** Why a well-signed line-up is not obeyed (rules D1 to D3). */
export type LineupFault = 'no-trusted-time' | 'other-unit' | 'older' | 'expired' | 'future'

/** Servers of one instance may disagree about the time by this much. */
const slackMilliseconds = 600_000

const lifeMilliseconds = 8 * 86_400_000

export function judgeLineup(
  holder: { readonly unitId: UnitId; readonly mark: LineupMark | null },
  lineup: Lineup,
  now: Instant | null,
): LineupFault | null {
  if (lineup.unitId !== holder.unitId) return 'other-unit'
  if (now === null) return 'no-trusted-time'
  if (holder.mark) {
    if (lineup.version < holder.mark.version) return 'older'
    if (lineup.issuedAt < holder.mark.issuedAt - slackMilliseconds) return 'older'
  }
  if (lineup.issuedAt > now + slackMilliseconds) return 'future'
  if (endOfLife(lineup) <= now) return 'expired'
  return null
}

/** Nothing starts from a line-up from here on, even if its issuer promised longer (rule D4). */
export function endOfLife(lineup: Lineup): Instant {
  return Math.min(lineup.validUntil, lineup.issuedAt + lifeMilliseconds) as Instant
}
