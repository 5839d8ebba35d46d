import { createHash } from 'node:crypto'
import type { RefusalReport } from '@nguon/contract/devices'
import type { ClaimResponse } from '@nguon/contract/claims'
import type { Airing } from '@nguon/domain/airings'
import type { Assignment } from '@nguon/domain/assignments'
import type { EmergencyDocument } from '@nguon/domain/emergencies'
import type { Lineup } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'
import {
  bootPlayer,
  itemKey,
  nextWake,
  type PlayerEffect,
  type PlayerEvent,
  step,
  wantedMedia,
} from '@nguon/domain/player'
import type { Clock } from './clock/clock.ts'
import { trustedTime } from './clock/trusted-time.ts'
import { reportsOf } from './describe-emergencies.ts'
import { describeTelemetry } from './describe-telemetry.ts'
import { messageHearer } from './hear-message.ts'
import { connectBroker } from './link/broker.ts'
import { serverHttp } from './link/server-http.ts'
import type { Say } from './say.ts'
import type { Settings } from './settings.ts'
import { openSelfTest } from './self-test/self-test.ts'
import type { SelfTestLog } from './self-test/self-test-log.ts'
import type { Performed, PlayOrder } from './sound/perform.ts'
import type { Sink } from './sound/sink.ts'
import { openStage } from './sound/stage.ts'
import type { AiringLog } from './store/airing-log.ts'
import type { MediaStore } from './store/media-store.ts'
import type { Store } from './store/store.ts'
import { documentFiles, readStoredDevice } from './stored-device.ts'
import { keepDocuments } from './sync/documents.ts'
import { startPrefetch } from './sync/prefetch.ts'
import { openUplink } from './sync/uplink.ts'

export interface AgentNeeds {
  readonly settings: Pick<Settings, 'server' | 'mqtt'>
  readonly identity: ClaimResponse
  readonly clock: Clock
  readonly sink: Sink
  readonly store: Store
  readonly log: AiringLog
  readonly selfTests: SelfTestLog
  readonly media: MediaStore
  readonly say: Say
}

export interface Agent {
  now(): Instant | null
  /** Leaves the store so that the next start goes on where this one stopped. */
  stop(): void
}

type Subject = RefusalReport['subject']

const housekeepingMilliseconds = 30_000
/** The player is asked at least this often, however far its next wake is. */
const longestNap = 60_000

/** The shell around the pure player: it brings events, and does what the player says, in order. */
export async function startAgent(needs: AgentNeeds): Promise<Agent> {
  const { settings, identity, clock, sink, store, log, selfTests, media, say } = needs
  const time = trustedTime({ clock, store })
  const stored = await readStoredDevice(identity, { store, log, media })
  const bootedAt = clock.monotonic()
  let state = bootPlayer(stored.facts)
  let offeredJws = ''
  let reachable = true
  let told = false
  let cancelWake = () => {}
  /** The place of this device among all: what need not happen everywhere at once is spread by it. */
  const share = createHash('sha256').update(identity.deviceId).digest().readUInt32BE() / 2 ** 32

  const stage = openStage({
    clock,
    time,
    store,
    media,
    sink,
    cut: stored.facts.cut?.playback.key ?? null,
    playing: () => state.playing,
    started(order, startedAt) {
      say('playing', { itemId: order.itemId, plannedAt: order.plannedAt, startedAt })
      dispatch({ kind: 'playback-started', now: time.now(), key: order.key, startedAt })
    },
    ended,
  })
  const http = serverHttp(settings.server, identity)
  const belonging = { ...identity, unitPath: state.assignment?.unitPath ?? identity.unitPath }
  const broker = connectBroker(settings.mqtt ?? identity.mqttUrl, belonging, clock, {
    message: messageHearer({
      deviceId: identity.deviceId,
      state: () => state,
      documents: () => documents,
      uplink: () => uplink,
      refuse,
    }),
    connected: () => {
      say('mqtt-connected')
      heartbeat()
      uplink.pump()
      documents.refresh()
    },
    lost: why => say('mqtt-lost', { why }),
  })
  const uplink = openUplink({
    clock,
    time,
    store,
    log,
    selfTests,
    http,
    broker: () => broker,
    reachable: () => reachable,
  })
  const prefetch = startPrefetch({
    clock,
    time,
    http,
    media,
    wanted: now => wantedMedia(state, now),
    share,
    ready: sha256 => {
      say('media-ready', { sha256 })
      dispatch({ kind: 'media-ready', now: time.now(), sha256 })
    },
    letGo: sha256 => dispatch({ kind: 'media-failed', now: time.now(), sha256 }),
    failed: (sha256, fault) => {
      if (fault === 'hash') refuse('media', 'hash', sha256)
      else if (fault === 'full') refuse('store', 'full', sha256)
      else say('media-waits', { sha256, fault })
    },
  })
  const selfTest = openSelfTest({
    clock,
    time,
    sink,
    log: selfTests,
    share,
    state: () => state,
    say,
    written: () => uplink.pump(),
  })
  const documents = keepDocuments({
    identity,
    clock,
    time,
    http,
    keySet: stored.keySet,
    keepKeys: jws => store.write(documentFiles.keys, jws),
    timeTrusted,
    offer,
    assign,
    emergency,
    ahead(ahead) {
      dispatch({ kind: 'ahead', now: time.now(), ahead })
      prefetch.wake()
    },
    isOwn: lineup => lineup.unitId === state.unitId,
    refuse,
    round(trouble) {
      if (trouble !== null && reachable) say('server-unreachable', { why: trouble })
      reachable = trouble === null
      if (reachable) uplink.pump()
      prefetch.wake()
    },
    announced: () => broker.connected(),
  })

  function dispatch(event: PlayerEvent): void {
    const stepped = step(state, event)
    state = stepped.state
    for (const effect of stepped.effects) carryOut(effect)
    cancelWake()
    const now = time.now()
    const wake = now === null ? null : nextWake(state, now)
    const nap = wake === null || now === null ? longestNap : Math.min(longestNap, wake - now)
    cancelWake = clock.at(clock.monotonic() + nap, () => dispatch({ kind: 'tick', now: time.now() }))
  }

  function carryOut(effect: PlayerEffect): void {
    switch (effect.kind) {
      case 'play':
        selfTest.stop()
        return stage.play(effect)
      case 'stop':
        return stage.stop()
      case 'airing':
        return keepAiring(effect.airing)
      case 'keep-lineup':
        store.write(documentFiles.mark, JSON.stringify(effect.mark))
        store.write(documentFiles.lineup, offeredJws)
        return say('lineup-kept', { version: effect.mark.version })
      case 'keep-assignment':
        store.write(documentFiles.assignment, JSON.stringify(effect.assignment))
        broker.belong(effect.assignment.unitPath)
        return say('assignment-kept', { version: effect.assignment.version, unitId: effect.assignment.unitId })
      case 'keep-emergencies':
        store.write(documentFiles.emergencies, JSON.stringify(effect.emergencies))
        return uplink.emergencies(reportsOf(effect.emergencies))
      case 'refusal':
        return refuse(effect.subject, effect.fault, effect.detail)
    }
  }

  function keepAiring(airing: Airing): void {
    const { itemId, seq, result, plannedAt } = airing
    if (log.append(airing)) stage.forget(itemKey({ id: itemId, startsAt: plannedAt }))
    say('airing', { itemId, seq, result })
    uplink.pump()
  }

  function ended(order: PlayOrder, { playedSeconds, fault }: Performed): void {
    if (fault === 'hash') refuse('media', 'hash', order.mediaSha256)
    dispatch({ kind: 'playback-ended', now: time.now(), key: order.key, playedSeconds, fault })
    prefetch.wake()
  }

  /** A disk that changed a file while nobody looked is found now, while there is time to fetch it again. */
  async function verifyStored(): Promise<void> {
    for (const sha256 of stored.facts.readyMedia) {
      if (await clock.during(media.verify(sha256))) continue
      refuse('media', 'hash', sha256)
      dispatch({ kind: 'media-failed', now: time.now(), sha256 })
      prefetch.wake()
    }
  }

  function timeTrusted(): void {
    const now = time.now()
    if (now === null || state.trusted) return
    say('time-trusted', { now, error: time.error() })
    const runningSince = Math.round(now - (clock.monotonic() - bootedAt)) as Instant
    dispatch({ kind: 'time-trusted', now, runningSince })
    prefetch.wake()
  }

  function offer(lineup: Lineup, jws: string): boolean {
    offeredJws = jws
    dispatch({ kind: 'lineup', now: time.now(), lineup })
    prefetch.wake()
    return state.lineup?.version === lineup.version
  }

  function assign(assignment: Assignment): boolean {
    const before = state
    dispatch({ kind: 'assignment', now: time.now(), assignment })
    // Whoever moved it waits for this word.
    if (state.assignment !== before.assignment) heartbeat()
    return state.unitId !== before.unitId
  }

  function emergency(document: EmergencyDocument, live: boolean): void {
    say('emergency', { id: document.id, type: document.type, purpose: document.purpose, live })
    dispatch({ kind: 'emergency', now: time.now(), document, live })
    prefetch.wake()
  }

  function refuse(subject: Subject, fault: string, detail: string): void {
    say('refused', { subject, fault, detail })
    uplink.report({ at: time.now() ?? (Math.round(clock.wall()) as Instant), subject, fault, detail })
  }

  function heartbeat(): void {
    uplink.heartbeat(describeTelemetry({ state, time, clock, media }))
  }

  function housekeep(): void {
    store.retry()
    log.retry()
    if (time.now() === null && !told) say('silent', { why: 'no-trusted-time' })
    told = time.now() === null
    heartbeat()
    uplink.pump()
    prefetch.wake()
    selfTest.consider()
    clock.at(clock.monotonic() + housekeepingMilliseconds, housekeep)
  }

  for (const { subject, fault } of stored.faults) refuse(subject, fault, 'stored')
  uplink.emergencies(reportsOf(state.emergencies))
  timeTrusted()
  housekeep()
  documents.refresh()
  void verifyStored()
  return {
    now: () => time.now(),
    stop() {
      selfTest.stop()
      stage.checkpoint()
      stage.stop()
      broker.close()
    },
  }
}
