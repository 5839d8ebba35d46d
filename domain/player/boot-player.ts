import type { Assignment } from '@nguon/domain/assignments'
import type { Lineup } from '@nguon/domain/lineups'
import type { DeviceId, Instant, Sha256, UnitId } from '@nguon/domain/platform'
import type { HeldEmergency } from './held-emergency.ts'
import type { CutPlayback, ItemKey, LineupMark, PlayerState } from './player-state.ts'
import { usableItems } from './usable-items.ts'

/** What a device finds in its store when it boots. */
export interface PlayerFacts {
  readonly deviceId: DeviceId
  /** Of the claim. */
  readonly unitId: UnitId
  /** The newest it accepted; missing when it never accepted one. */
  readonly assignment?: Assignment | null
  readonly log: string
  /** Of the last airing in the log; 0 when there is none. */
  readonly lastSeq: number
  readonly mark: LineupMark | null
  /** The stored line-up, verified again. */
  readonly lineup: Lineup | null
  /** Items with an airing in the log, and when they ended. */
  readonly handled: Readonly<Record<ItemKey, Instant>>
  readonly readyMedia: readonly Sha256[]
  readonly cut: CutPlayback | null
  /** Verified when they came; missing where there never were any. */
  readonly emergencies?: readonly HeldEmergency[]
}

export function bootPlayer(facts: PlayerFacts): PlayerState {
  const assignment = facts.assignment ?? null
  const unitId = assignment?.unitId ?? facts.unitId
  const lineup = facts.lineup?.unitId === unitId ? usableItems(facts.lineup).lineup : null
  const { mark, cut } = facts
  return {
    deviceId: facts.deviceId,
    unitId,
    assignment,
    log: facts.log,
    nextSeq: facts.lastSeq + 1,
    lineup,
    acceptedAt: null,
    mark: mark && lineup && lineup.version > mark.version ? { ...mark, ...pick(lineup) } : mark,
    media: Object.fromEntries(facts.readyMedia.map(sha256 => [sha256, 'ready' as const])),
    handled: facts.handled,
    hindrances: {},
    playing: null,
    // A kill between the airing and the removal of the checkpoint leaves both: the airing counts.
    cut: cut?.playback.startedAt != null && facts.handled[cut.playback.key] === undefined ? cut : null,
    emergencies: (facts.emergencies ?? []).map(held => ({ ...held, live: false })),
    sounding: null,
    ahead: [],
    trusted: null,
  }
}

function pick({ version, issuedAt }: Lineup) {
  return { version, issuedAt }
}
