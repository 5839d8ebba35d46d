import type { Airing } from '@nguon/domain/airings'
import type { Telemetry } from '@nguon/domain/devices'
import type { DeviceId, Instant } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { defaultThresholds as thresholds } from './thresholds.ts'
import { judgeAirings } from './judge-airings.ts'
import { judgeRefusals } from './judge-refusals.ts'
import { judgeSelfTest } from './judge-self-test.ts'
import { judgeSilence, type LastWord } from './judge-silence.ts'
import { judgeTelemetry } from './judge-telemetry.ts'
import type { Finding } from './finding.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.UTC(2026, 10, 21, 1) as Instant
const ago = (span: number) => (now - span) as Instant
const deviceId = '0'.repeat(26) as DeviceId

const well: Telemetry = {
  sentAt: now,
  timeTrusted: true,
  clockErrorMilliseconds: 12,
  firmware: '1',
  assignmentVersion: null,
  lineupVersion: 3,
  lineupIssuedAt: ago(2 * hour),
  mediaReady: 1,
  mediaMissing: 0,
  playing: null,
  volume: 80,
  diskFreeBytes: 8e9,
  signalDbm: -70,
  mainsPower: true,
  batteryPercent: 100,
  temperatureCelsius: 40,
  lastHeardAt: null,
}

/** "silent gone" and the like: what each finding says, the severity of what is present. */
const told = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(finding => [finding.kind, finding.present ? finding.severity : 'gone']))

describe('A3 what a heartbeat tells', () => {
  const of = (change: Partial<Telemetry>, untrustedSince: Instant | null = null) =>
    told(judgeTelemetry(deviceId, { ...well, ...change }, { now, untrustedSince, thresholds }))

  it.each([
    ['A3.1 it ends the silence', {}, 'silent', 'gone'],
    ['A3.2 mains power is there', {}, 'powerCut', 'gone'],
    ['A3.2 no mains', { mainsPower: false }, 'powerCut', 'serious'],
    ['A3.2 no mains and a flat battery', { mainsPower: false, batteryPercent: 6 }, 'powerCut', 'urgent'],
    ['A1.1 no such sensor', { mainsPower: null }, 'powerCut', undefined],
    ['A3.3 charged', { batteryPercent: 40 }, 'battery', 'gone'],
    ['A1.2 neither low nor charged', { batteryPercent: 35 }, 'battery', undefined],
    ['A3.3 low', { batteryPercent: 30 }, 'battery', 'serious'],
    ['A3.3 flat', { batteryPercent: 9 }, 'battery', 'urgent'],
    ['A3.4 I15 a line-up of yesterday', { lineupIssuedAt: ago(25 * hour) }, 'lineupOld', 'serious'],
    ['A3.4 a line-up of today', { lineupIssuedAt: ago(22 * hour) }, 'lineupOld', 'gone'],
    ['A3.5 the clock is right', {}, 'clockWrong', 'gone'],
    ['A3.5 the clock is fast', { clockErrorMilliseconds: 3000 }, 'clockWrong', 'serious'],
    ['A3.5 the clock is slow', { clockErrorMilliseconds: -3000 }, 'clockWrong', 'serious'],
    ['A3.6 room enough', {}, 'diskFull', 'gone'],
    ['A3.6 hardly any room', { diskFreeBytes: 1e8 }, 'diskFull', 'serious'],
    ['A3.6 hot', { temperatureCelsius: 76 }, 'tooHot', 'serious'],
    ['A3.6 dangerously hot', { temperatureCelsius: 90 }, 'tooHot', 'urgent'],
    ['A1.2 not yet cool', { temperatureCelsius: 70 }, 'tooHot', undefined],
    ['A3.6 hardly any signal', { signalDbm: -113 }, 'signalWeak', 'minor'],
    ['A1.2 a little signal', { signalDbm: -107 }, 'signalWeak', undefined],
  ] as const)('%s', (_name, change, kind, expected) => {
    expect(of(change as Partial<Telemetry>)[kind]).toBe(expected)
  })

  it.each([
    ['just started', 1, undefined],
    ['for five minutes', 5, 'serious'],
  ])('A3.5 without trusted time: %s', (_name, minutes, expected) => {
    expect(of({ timeTrusted: false }, ago(minutes * minute))['clockWrong']).toBe(expected)
  })
})

describe('A4 what silence tells', () => {
  const last: LastWord = {
    deviceId,
    kind: 'speaker',
    claimedAt: ago(240 * hour),
    lastSeenAt: ago(minute),
    lineupIssuedAt: ago(hour),
    lastTestAt: ago(24 * hour),
  }
  const of = (change: Partial<LastWord>, listeningSince = ago(48 * hour)) =>
    told(judgeSilence({ ...last, ...change }, { now, listeningSince, thresholds }))

  it.each([
    ['A4.1 heard a minute ago', {}, {}],
    ['A4.1 not heard for five minutes', { lastSeenAt: ago(5 * minute) }, { silent: 'serious' }],
    ['A4.1 not heard for a day', { lastSeenAt: ago(24 * hour) }, { silent: 'urgent' }],
    ['A4.1 claimed and never heard', { lastSeenAt: null, claimedAt: ago(6 * minute) }, { silent: 'serious' }],
    ['A4.3 it speaks and has no line-up', { lineupIssuedAt: null }, { lineupOld: 'serious' }],
    ['A4.3 claimed just now', { lineupIssuedAt: null, claimedAt: ago(hour), lastTestAt: null }, {}],
    ['A4.4 tested eleven days ago', { lastTestAt: ago(264 * hour) }, { selfTestOverdue: 'minor' }],
    ['A4.4 never tested since its claim', { lastTestAt: null }, { selfTestOverdue: 'minor' }],
    ['A4.4 a board', { lastTestAt: null, kind: 'board' }, {}],
    ['A4.5 silent, and nothing else', { lastSeenAt: ago(hour), lastTestAt: null }, { silent: 'serious' }],
  ] as const)('%s', (_name, change, expected) => {
    expect(of(change as Partial<LastWord>)).toEqual(expected)
  })

  it('A4.2 a server that has just begun to listen calls nobody silent', () => {
    expect(of({ lastSeenAt: ago(hour) }, ago(4 * minute))).toEqual({})
    expect(of({ lastSeenAt: ago(hour) }, ago(5 * minute))).toEqual({ silent: 'serious' })
  })
})

describe('A5 what airings, refusals and self-tests tell', () => {
  let seq = 0
  const airing = (result: Airing['result'], change: Partial<Airing> = {}): Airing => ({
    deviceId,
    log: '0'.repeat(26),
    seq: (seq += 1),
    itemId: `item-${seq}`,
    slotId: '0'.repeat(26) as never,
    class: 'normal',
    title: 'Lịch cắt điện',
    lineupVersion: 1,
    contentHashes: [],
    bulletinIds: [],
    mediaSha256: 'a'.repeat(64) as never,
    plannedAt: now,
    startedAt: now,
    playedSeconds: 38,
    plannedSeconds: 38,
    result,
    heardLevel: null,
    ...change,
  })
  const whole = airing({ kind: 'completed' })
  const of = (...airings: readonly Airing[]) => told(judgeAirings(airings, thresholds))

  it.each([
    [
      'A5.1 I10 four of 38 seconds',
      airing({ kind: 'failed', reason: 'short' }, { playedSeconds: 4 }),
      { airingFailed: 'urgent' },
    ],
    ['A5.1 I10 called whole, but cut', airing({ kind: 'completed' }, { playedSeconds: 4 }), { airingFailed: 'urgent' }],
    ['A5.1 it restarted midway', airing({ kind: 'interrupted', by: 'restart' }), { airingFailed: 'urgent' }],
    ['A5.2 I10 all was played and nothing was heard', { ...whole, heardLevel: -70 }, { airingFailed: 'urgent' }],
    ['A5.2 heard', { ...whole, heardLevel: -20 }, { airingFailed: 'gone', airingMissed: 'gone' }],
    ['A5.3 it was off', airing({ kind: 'missed', reason: 'off' }), { airingMissed: 'serious' }],
    [
      'A5.3 what presses was missed',
      airing({ kind: 'missed', reason: 'off' }, { class: 'priority' }),
      { airingMissed: 'urgent' },
    ],
    ['A5.3 out of date', airing({ kind: 'refused', reason: 'lineup-expired' }), { airingMissed: 'serious' }],
    ['A5.4 withdrawn', airing({ kind: 'interrupted', by: 'withdrawn' }), {}],
    ['A5.4 the quiet hours began', airing({ kind: 'refused', reason: 'quiet-hours' }), {}],
    ['A5.4 something higher sounded', airing({ kind: 'missed', reason: 'another-item' }), {}],
    ['A5.5 whole', whole, { airingFailed: 'gone', airingMissed: 'gone' }],
  ] as const)('%s', (_name, given, expected) => {
    expect(of(given)).toEqual(expected)
  })

  it('A5.5 what comes late is judged in the order of the plan, and counted', () => {
    const early = airing({ kind: 'missed', reason: 'off' }, { plannedAt: ago(2 * hour) })
    const later = airing({ kind: 'missed', reason: 'off' }, { plannedAt: ago(hour) })
    expect(of(whole, early)).toEqual({ airingFailed: 'gone', airingMissed: 'gone' })
    expect(of(later, { ...whole, plannedAt: ago(3 * hour) }, early)['airingMissed']).toBe('serious')
    expect(judgeAirings([later, early], thresholds)).toMatchObject([{ kind: 'airingMissed', times: 2 }])
  })

  it.each([
    ['A5.6 an altered line-up', [{ subject: 'lineup', fault: 'signature' }], { refusal: 'urgent' }],
    [
      'A5.6 an altered one among others',
      [
        { subject: 'media', fault: 'hash' },
        { subject: 'lineup', fault: 'older' },
      ],
      { refusal: 'urgent' },
    ],
    ['A5.6 an old one', [{ subject: 'lineup', fault: 'older' }], { refusal: 'serious' }],
    ['A5.7 no room', [{ subject: 'store', fault: 'full' }], { diskFull: 'serious' }],
  ])('%s', (_name, refusals, expected) => {
    expect(
      told(
        judgeRefusals(
          deviceId,
          refusals.map(refusal => ({ ...refusal, detail: '' })),
        ),
      ),
    ).toEqual(expected)
  })

  const test = { deviceId, log: '0'.repeat(26), seq: 1, at: now, reason: null, heardLevel: null }
  it.each([
    ['A5.8 played, no sensor', { result: 'completed', heard: null }, 'gone'],
    ['A5.8 played and heard', { result: 'completed', heard: true }, 'gone'],
    ['A5.8 I11 played and not heard', { result: 'completed', heard: false }, 'serious'],
    ['A5.8 the play-out failed', { result: 'failed', heard: null }, 'serious'],
  ] as const)('%s', (_name, given, expected) => {
    expect(told(judgeSelfTest({ ...test, ...given }))).toEqual({ selfTestFailed: expected, selfTestOverdue: 'gone' })
  })
})
