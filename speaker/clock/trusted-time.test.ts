import type { Instant } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { openStore } from '../store/store.ts'
import { freshFolder } from '../test-peer/run-speaker.ts'
import type { Clock } from './clock.ts'
import { simulatedClock } from './simulated-clock.ts'
import { trustedTime } from './trusted-time.ts'

const utc = 1_793_570_400_000

function device(folder: string, monotonic: number, change: Partial<Clock> = {}, bootId = 'b') {
  const clock = { ...simulatedClock({ monotonic, bootId }), ...change }
  return { clock, time: trustedTime({ clock, store: openStore(folder, () => {}) }) }
}

/** A device that learned the time at monotonic 1,000 with a round trip of 200 ms. */
function synchronised() {
  const folder = freshFolder()
  const { clock, time } = device(folder, 1_000)
  time.offer({ serverNow: (utc - 100) as Instant, sentAt: 800, receivedAt: 1_000 })
  return { folder, clock, time }
}

describe('trusted time', () => {
  it('is none before the server signed any', () => {
    const { time } = device(freshFolder(), 1_000)
    expect([time.now(), time.error()]).toEqual([null, null])
  })

  it('is the signed time plus half the round trip, and its error grows with the drift of the clock', async () => {
    const { clock, time } = synchronised()
    expect(time.now()).toBe(utc)
    expect(time.error()).toBe(100)
    await clock.advance(86_400_000)
    expect(time.now()).toBe(utc + 86_400_000)
    expect(time.error()).toBeCloseTo(100 + 4_320, -2)
    expect(time.monotonicOf((utc + 5) as Instant)).toBe(1_005)
  })

  it.each<[string, number, Partial<Clock>, string, number | null]>([
    ['a restart of the program keeps it', 61_000, {}, 'b', utc + 60_000],
    ['a boot of the machine ends it', 61_000, {}, 'other boot', null],
    ['a monotonic clock that went back ends it', 10, {}, 'b', null],
    ['a sleep of the machine ends it', 61_000, { suspended: () => 3_600_000 }, 'b', null],
  ])('%s', (_, monotonic, change, bootId, expected) => {
    const { folder } = synchronised()
    expect(device(folder, monotonic, change, bootId).time.now()).toBe(expected)
  })

  it.each([
    ['a worse answer changes nothing', 20, 1_000, 0],
    ['a better one is taken', 20, 20, 20],
    ['one that contradicts it is taken: the server is right', 5_000, 1_000, 5_000],
  ])('%s', (_, ahead, roundTrip, moved) => {
    const { time } = synchronised()
    time.offer({ serverNow: (utc + ahead - roundTrip / 2) as Instant, sentAt: 1_000 - roundTrip, receivedAt: 1_000 })
    expect(time.now()).toBe(utc + moved)
  })
})
