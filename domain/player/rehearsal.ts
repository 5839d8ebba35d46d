import type { Airing } from '@nguon/domain/airings'
import type { Assignment } from '@nguon/domain/assignments'
import type { BulletinClass } from '@nguon/domain/bulletins'
import type { EmergencyDocument } from '@nguon/domain/emergencies'
import type { Guard, Lineup, LineupItem } from '@nguon/domain/lineups'
import type { Instant, TimeOfDay } from '@nguon/domain/platform'
import { bootPlayer, type PlayerFacts } from './boot-player.ts'
import { nextWake } from './next-wake.ts'
import type { PlayerEffect } from './player-effect.ts'
import type { PlayerEvent } from './player-event.ts'
import type { ItemKey, PlayerState } from './player-state.ts'
import { step } from './step.ts'

/** A player with an ideal loudspeaker, for tests of this module: what it sounded and wrote, instant by instant. */
export interface Rehearsal {
  readonly sounds: { key: ItemKey; from: number; until: number; class: BulletinClass }[]
  readonly airings: Airing[]
  readonly effects: PlayerEffect[]
  /** Goes to `at` over every tick the player asks for, unless `sleepy`; then does what is given. */
  until(at: number, happening?: Happening, sleepy?: boolean): void
  readonly state: () => PlayerState
}

export type Happening =
  | { readonly lineup: Lineup }
  | { readonly assignment: Assignment }
  | { readonly emergency: EmergencyDocument; readonly live?: boolean }
  | { readonly media: string }
  | { readonly off: true }
  | { readonly on: true; readonly trusted: boolean }
  | { readonly trust: true }

export function rehearse(first: PlayerFacts): Rehearsal {
  const sounds: Rehearsal['sounds'] = []
  const airings: Airing[] = []
  const effects: PlayerEffect[] = []
  let state = bootPlayer(first)
  let kept = first
  let [powered, trusted, bootedAt, now] = [false, false, 0, 0]
  let sound: { key: ItemKey; class: BulletinClass; from: number; until: number; started: boolean } | null = null

  function dispatch(event: PlayerEvent): void {
    const stepped = step(state, event)
    state = stepped.state
    for (const effect of stepped.effects) perform(effect, event)
  }

  function perform(effect: PlayerEffect, event: PlayerEvent): void {
    effects.push(effect)
    if (effect.kind === 'airing') {
      airings.push(effect.airing)
      const handled = { ...kept.handled, [`${effect.airing.itemId}@${effect.airing.plannedAt}`]: now as Instant }
      kept = { ...kept, handled, lastSeq: effect.airing.seq }
    }
    if (effect.kind === 'keep-lineup' && event.kind === 'lineup')
      kept = { ...kept, lineup: event.lineup, mark: effect.mark }
    if (effect.kind === 'keep-assignment') kept = { ...kept, assignment: effect.assignment }
    if (effect.kind === 'keep-emergencies') kept = { ...kept, emergencies: effect.emergencies }
    if (effect.kind === 'play') {
      if (sound) throw new Error('two at once')
      const { key, at, seconds } = effect
      const item = state.playing?.item
      const round = state.emergencies.find(({ document }) => document.id === state.sounding?.id)?.document.play
      const media = round ?? state.lineup?.media.find(candidate => candidate.sha256 === effect.mediaSha256)
      const left = Math.min(seconds, (media?.seconds ?? 0) - effect.offsetSeconds)
      sound = {
        key,
        class: round ? 'emergency' : (item?.class ?? 'normal'),
        from: at,
        until: at + left * 1000,
        started: false,
      }
    }
    if (effect.kind === 'stop') endSound(now)
  }

  function endSound(at: number): void {
    if (!sound) return
    const { key, from, until, started, class: soundClass } = sound
    const end = Math.min(at, until)
    sound = null
    const playedSeconds = started ? Math.max(0, end - from) / 1000 : 0
    if (playedSeconds > 0) sounds.push({ key, from, until: end, class: soundClass })
    dispatch({ kind: 'playback-ended', now: clock(), key, playedSeconds, fault: null })
  }

  const clock = () => (trusted ? (now as Instant) : null)

  function moveTo(at: number): void {
    now = at
    if (sound && !sound.started && sound.from <= now) {
      sound.started = true
      dispatch({ kind: 'playback-started', now: clock(), key: sound.key, startedAt: sound.from as Instant })
    }
    if (sound && sound.until <= now) endSound(now)
    if (powered) dispatch({ kind: 'tick', now: clock() })
  }

  /** What was ordered for this very instant sounds now, not at the next tick. */
  function beginWaiting(): void {
    if (powered && sound && !sound.started && sound.from <= now) moveTo(now)
  }

  function powerOff(): void {
    const cut = state.playing
    const playedSeconds = sound?.started ? (now - sound.from) / 1000 : 0
    if (sound?.started && playedSeconds > 0) sounds.push({ ...sound, until: now })
    kept = { ...kept, cut: cut ? { playback: cut, playedSeconds: cut.earlierSeconds + playedSeconds } : state.cut }
    ;[sound, powered, trusted] = [null, false, false]
  }

  function happen(happening: Happening): void {
    if ('off' in happening && powered) powerOff()
    if ('on' in happening && !powered) {
      state = bootPlayer({ ...kept, readyMedia: first.readyMedia })
      ;[powered, bootedAt] = [true, now]
      if (happening.trusted) happen({ trust: true })
    }
    if ('trust' in happening && powered && !trusted) {
      trusted = true
      dispatch({ kind: 'time-trusted', now: now as Instant, runningSince: bootedAt as Instant })
    }
    if ('lineup' in happening && powered) dispatch({ kind: 'lineup', now: clock(), lineup: happening.lineup })
    if ('assignment' in happening && powered)
      dispatch({ kind: 'assignment', now: clock(), assignment: happening.assignment })
    if ('emergency' in happening && powered) {
      const { emergency: document, live = true } = happening
      dispatch({ kind: 'emergency', now: clock(), document, live })
    }
    if ('media' in happening && powered)
      dispatch({ kind: 'media-ready', now: clock(), sha256: happening.media as LineupItem['rendition']['mediaSha256'] })
  }

  return {
    sounds,
    airings,
    effects,
    state: () => state,
    until(at, happening, sleepy = false) {
      for (;;) {
        beginWaiting()
        const wake = sleepy || !trusted ? null : nextWake(state, now as Instant)
        const marks = [wake, sound && !sound.started ? sound.from : null, sound?.started ? sound.until : null]
        const next = Math.min(...marks.filter(mark => mark !== null && mark > now).map(Number))
        if (!powered || next >= at) break
        moveTo(next)
      }
      moveTo(at)
      if (happening) happen(happening)
      beginWaiting()
    },
  }
}

/** 05:00 of a Monday in Việt Nam, 2 November 2026. */
export const monday5 = Date.UTC(2026, 10, 1, 22)

const text = (letter: string, length: number) => letter.repeat(length)

export function sampleGuard(change: Partial<Guard> = {}): Guard {
  return {
    zoneOffsets: [{ from: 0 as Instant, offsetMinutes: 420 }],
    quietHours: [{ from: '22:00' as TimeOfDay, until: '04:30' as TimeOfDay }],
    quietSpans: [],
    broadcastWindows: [],
    silentDays: [],
    maximumVolumeByHour: Array.from({ length: 24 }, () => 80),
    ...change,
  }
}

/** An item `[id, first second, last second]` counted from 05:00, its audio as long as itself. */
export function sampleItem(id: string, from: number, until: number, change: Partial<LineupItem> = {}): LineupItem {
  const item = {
    id,
    slotId: text('s', 26),
    startsAt: monday5 + from * 1000,
    endsAt: monday5 + until * 1000,
    class: 'normal' as const,
    title: `Bản tin ${id}`,
    rendition: { mediaSha256: text('a', 64), offsetSeconds: 0 },
    contentHashes: [text('c', 64)],
    bulletinIds: [text('b', 26)],
  }
  return { ...(item as unknown as LineupItem), ...change }
}

export function sampleLineup(items: readonly LineupItem[], change: Partial<Lineup> = {}): Lineup {
  const shas = [...new Set(items.map(item => item.rendition.mediaSha256))]
  const lineup = {
    version: 7,
    audienceId: text('u', 26),
    unitId: text('x', 26),
    issuedAt: monday5 - 3_600_000,
    validUntil: monday5 - 3_600_000 + 8 * 86_400_000,
    guard: sampleGuard(),
    items,
    media: shas.map(sha256 => ({ sha256, bytes: 1000, seconds: 86_400, mediaType: 'audio/mpeg' })),
  }
  return { ...(lineup as unknown as Lineup), ...change }
}

export function sampleAssignment(change: Partial<Assignment> = {}): Assignment {
  const unitId = text('y', 26)
  const unitPath = [text('p', 26), unitId]
  const assignment = { deviceId: text('d', 26), version: 1, unitId, villageId: null, unitPath, issuedAt: monday5 }
  return { ...(assignment as unknown as Assignment), ...change }
}

export function sampleFacts(change: Partial<PlayerFacts> = {}): PlayerFacts {
  const facts = {
    deviceId: text('d', 26),
    unitId: text('x', 26),
    log: text('g', 26),
    lastSeq: 0,
    mark: null,
    lineup: null,
    handled: {},
    readyMedia: [text('a', 64)],
    cut: null,
  }
  return { ...(facts as unknown as PlayerFacts), ...change }
}

/** An alert `id` to the sample device that holds for an hour from 05:00; one round of the sample audio, ten seconds long. */
export function sampleEmergency(id: string, change: Partial<EmergencyDocument> = {}): EmergencyDocument {
  const play = { sha256: text('a', 64), bytes: 1000, seconds: 10, rounds: 1, pauseSeconds: 2, everyMinutes: null }
  const document = {
    type: 'emergency',
    id: text(id, 26),
    eventId: text(id, 26),
    purpose: 'alert',
    references: [],
    version: 1,
    unitId: text('x', 26),
    deviceIds: [text('d', 26)],
    title: `Báo động ${id}`,
    sentAt: monday5,
    expiresAt: monday5 + 3_600_000,
    play,
  }
  return { ...(document as unknown as EmergencyDocument), ...change }
}
