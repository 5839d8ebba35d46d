import type { Telemetry } from '@nguon/domain/devices'
import type { Instant } from '@nguon/domain/platform'
import { type PlayerState, volumeLevels, wantedMedia } from '@nguon/domain/player'
import type { Clock } from './clock/clock.ts'
import type { TrustedTime } from './clock/trusted-time.ts'
import { firmware } from './firmware.ts'
import type { MediaStore } from './store/media-store.ts'
import { readBoardHealth } from './board-health.ts'

export interface TelemetryNeeds {
  readonly state: PlayerState
  readonly time: TrustedTime
  readonly clock: Clock
  readonly media: MediaStore
}

/** The heartbeat: what a person looks at to know whether this loudspeaker will sound. */
export function describeTelemetry({ state, time, clock, media }: TelemetryNeeds): Telemetry {
  const now = time.now()
  const wanted = wantedMedia(state, now ?? (0 as Instant))
  const guard = state.lineup?.guard
  const volume = guard && now !== null ? volumeLevels(guard, now, now, 'normal')[0]?.volume : undefined
  const error = time.error()
  return {
    sentAt: now ?? (Math.round(clock.wall()) as Instant),
    timeTrusted: now !== null,
    clockErrorMilliseconds: error,
    firmware,
    assignmentVersion: state.assignment?.version ?? null,
    lineupVersion: state.lineup?.version ?? null,
    lineupIssuedAt: state.lineup?.issuedAt ?? null,
    mediaReady: wanted.filter(file => file.ready).length,
    mediaMissing: wanted.filter(file => !file.ready).length,
    playing: state.playing?.sounding ? state.playing.item.id : null,
    volume: volume ?? 0,
    diskFreeBytes: media.freeBytes(),
    signalDbm: null,
    ...readBoardHealth(),
    lastHeardAt: null,
  }
}
