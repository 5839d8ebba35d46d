import { lostAfterMilliseconds } from '@nguon/domain/devices'
import { type Instant, instant, type Span } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availabilityOf, heardShare, joinSpans, type Service, outagesOf, sumAvailability } from './availability.ts'

const step = 30_000
const steps = 60
const at = (number: number) => instant(number * step)
const span = (from: number, until: number): Span => ({ startsAt: at(from), endsAt: at(until) })
const anyStep = fc.integer({ min: 0, max: steps })
const anySpan = fc.tuple(anyStep, anyStep).map(([one, other]) => span(Math.min(one, other), Math.max(one, other)))

const anyCase = fc.record({
  claimed: anyStep,
  retired: fc.option(anyStep),
  seen: fc.option(anyStep),
  now: anyStep,
  outages: fc.array(anySpan, { maxLength: 4 }),
  listened: fc.array(anySpan, { maxLength: 4 }),
})

function given({
  claimed,
  retired,
  seen,
  now,
  outages,
  listened,
}: typeof anyCase extends fc.Arbitrary<infer T> ? T : never) {
  const service: Service = {
    claimedAt: at(claimed),
    retiredAt: retired === null ? null : at(retired),
    lastSeenAt: seen === null ? null : at(seen),
  }
  return { service, about: { outages, listened: joinSpans(listened), now: at(now) } }
}

const covers = (spans: readonly Span[], moment: Instant) =>
  spans.some(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)

describe('L3 the time a device was heard', () => {
  it('is what a count from moment to moment gives', () => {
    fc.assert(
      fc.property(anyCase, anySpan, (any, period) => {
        const { service, about } = given(any)
        const silent = outagesOf(service, about).flat()
        let watched = 0
        let heard = 0
        for (let number = 0; number < steps; number += 1) {
          const moment = at(number)
          const inService =
            moment >= (service.claimedAt ?? 0) && moment < Math.min(about.now, service.retiredAt ?? about.now)
          if (!inService || !covers([period], moment) || !covers(about.listened, moment)) continue
          watched += step
          if (!covers(silent, moment)) heard += step
        }
        expect(availabilityOf(service, { ...about, period })).toMatchObject({ watched, heard })
      }),
    )
  })

  it('of two periods side by side is that of both together, and in any order of what is known, and told twice', () => {
    fc.assert(
      fc.property(anyCase, anySpan, anyStep, (any, period, cut) => {
        const { service, about } = given(any)
        const middle = instant(Math.min(Math.max(at(cut), period.startsAt), period.endsAt))
        const halves = [
          { startsAt: period.startsAt, endsAt: middle },
          { startsAt: middle, endsAt: period.endsAt },
        ].map(half => availabilityOf(service, { ...about, period: half }))
        const whole = availabilityOf(service, { ...about, period })
        expect(whole).toMatchObject(sumAvailability(halves))
        const twice = [...about.outages, ...about.outages].reverse()
        expect(availabilityOf(service, { ...about, outages: twice, period })).toEqual(whole)
        expect(whole.longestOutage).toBeLessThanOrEqual(whole.watched - whole.heard)
        expect(heardShare(whole) ?? 0).toBeGreaterThanOrEqual(0)
        expect(heardShare(whole) ?? 1).toBeLessThanOrEqual(1)
      }),
    )
  })

  const all = [span(0, 60)]
  const claimed: Service = { claimedAt: at(0), retiredAt: null, lastSeenAt: at(60) }
  const period = span(0, 60)
  const now = at(60)

  it.each<{
    what: string
    service?: Partial<Service>
    outages: Span[]
    listened?: Span[]
    heard: number
    silent: number
  }>([
    { what: 'never lost', outages: [], heard: 60, silent: 0 },
    { what: 'lost twice', outages: [span(10, 20), span(30, 40)], heard: 40, silent: 2 },
    { what: 'silent to this moment', service: { lastSeenAt: at(50) }, outages: [], heard: 50, silent: 1 },
    { what: 'claimed and never heard', service: { lastSeenAt: null }, outages: [], heard: 0, silent: 1 },
    { what: 'between two heartbeats', service: { lastSeenAt: at(59) }, outages: [], heard: 60, silent: 0 },
    {
      what: 'away while the server was down for an hour, too',
      outages: [span(19, 41)],
      listened: [span(0, 20), span(40, 60)],
      heard: 40,
      silent: 0,
    },
    {
      what: 'lost before the server went down and not back after it',
      outages: [span(10, 50)],
      listened: [span(0, 20), span(40, 60)],
      heard: 20,
      silent: 1,
    },
    {
      what: 'taken out of service',
      service: { retiredAt: at(30), lastSeenAt: at(30) },
      outages: [],
      heard: 30,
      silent: 0,
    },
  ])('$what', ({ service, outages, listened = all, heard, silent }) => {
    const found = availabilityOf({ ...claimed, ...service }, { period, outages, listened, now })
    expect(found).toMatchObject({ heard: heard * step, outages: silent })
  })

  it('is nothing for a device that nobody has claimed', () => {
    const waiting = { claimedAt: null, retiredAt: null, lastSeenAt: null }
    const found = availabilityOf(waiting, { period, outages: [], listened: all, now })
    expect(found).toEqual({ watched: 0, heard: 0, outages: 0, longestOutage: 0 })
    expect(heardShare(found)).toBeNull()
  })

  it('counts as lost from the third heartbeat that is missed', () => {
    expect(lostAfterMilliseconds).toBe(3 * step)
  })
})
