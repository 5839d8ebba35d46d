import type { Lineup } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'
import { judgeLineup } from './judge-lineup.ts'
import type { PlayerEffect } from './player-effect.ts'
import type { LineupMark, PlayerState } from './player-state.ts'
import { recordMissed } from './record-past.ts'
import { inOrder, type Stepped } from './stepped.ts'
import { usableItems } from './usable-items.ts'

/** Airings of items that ended earlier than this can no longer be asked for by any line-up in force. */
const rememberedMilliseconds = 10 * 86_400_000

/** Takes a line-up into force or refuses it, leaving the last good one (rules D1 to D5). */
export function acceptLineup(state: PlayerState, lineup: Lineup, now: Instant | null): Stepped {
  const fault = judgeLineup(state, lineup, now)
  if (fault !== null || now === null) {
    const detail = `version ${lineup.version}, unit ${lineup.unitId}, issued ${lineup.issuedAt}`
    const refused = { kind: 'refusal', at: now, subject: 'lineup', fault: fault ?? 'no-trusted-time', detail } as const
    return { state, effects: [refused] }
  }
  if (state.lineup?.version === lineup.version) return { state, effects: [] }
  return inOrder(state, [state => recordMissed(state, now), state => putInForce(state, lineup, now)])
}

function putInForce(state: PlayerState, offered: Lineup, now: Instant): Stepped {
  const { lineup, faults } = usableItems(offered)
  const mark: LineupMark = {
    version: lineup.version,
    issuedAt: Math.max(lineup.issuedAt, state.mark?.issuedAt ?? 0) as Instant,
    since: state.mark?.since ?? now,
  }
  const handled = Object.entries(state.handled).filter(([, endedAt]) => endedAt > now - rememberedMilliseconds)
  const refusals = faults.map(
    ({ id, fault }): PlayerEffect => ({ kind: 'refusal', at: now, subject: 'item', fault, detail: id }),
  )
  return {
    state: { ...state, lineup, mark, acceptedAt: now, handled: Object.fromEntries(handled) },
    effects: [{ kind: 'keep-lineup', mark }, ...refusals],
  }
}
