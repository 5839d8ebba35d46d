import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@nguon/domain/platform'
import { forbiddenBy } from '@nguon/domain/player'
import { causesAt, nobody, placementAt } from '@nguon/domain/rules'
import { type Horizon, horizonOf, indexTimetable, resolve, resolveReach, type Timetable } from '@nguon/domain/schedule'
import { anyScene, type Scene } from '../../tests/examples/any-timetable.ts'
import { at, device, deviceId, slot, timetable, unit } from '../../tests/examples/timetable.ts'
import { type Audience, audiencesOf, touchedAudiences } from './audience.ts'
import { lineupSpan } from './compose-lineup.ts'
import { guardFor } from './guard-for.ts'

const horizonAt = (all: Timetable, now: Scene['now']) => horizonOf(indexTimetable(all), lineupSpan(now))

describe('audiences', () => {
  const devices = [device('a1', 'thon-a1'), device('a1x', 'thon-a1'), device('a2', 'thon-a2'), device('b1', 'thon-b1')]
  const groups = (all: Timetable) =>
    audiencesOf(devices, horizonAt(all, at('2026-11-23 00:00'))).map(audience => audience.deviceIds)

  it('devices with the same slots share one, but never across units', () => {
    expect(groups(timetable([]))).toEqual([['a1', 'a1x', 'a2'], ['b1']])
    expect(groups(timetable([slot('a')]))).toEqual([['a1', 'a1x', 'a2'], ['b1']])
  })

  it('a slot on a village or on a device sets it apart', () => {
    const village = slot('a', { target: { ...nobody, units: [unit('thon-a1')], except: nobody } })
    const single = slot('b', { target: { ...nobody, devices: [deviceId('a1')], except: nobody } })
    expect(groups(timetable([village]))).toEqual([['a2'], ['a1', 'a1x'], ['b1']])
    expect(groups(timetable([village, single]))).toHaveLength(4)
  })

  it('a slot of one village touches the audience its loudspeakers share with another village', () => {
    const shared = [device('a2', 'thon-a2'), device('a1', 'thon-a1')]
    const before = horizonAt(timetable([]), at('2026-11-23 00:00'))
    const audiences = audiencesOf(shared, before)
    const village = slot('a', {
      unitId: unit('thon-a1'),
      target: { ...nobody, units: [unit('thon-a1')], except: nobody },
    })
    const byId = new Map(shared.map(device => [device.id, device]))
    expect(touchedAudiences(audiences, byId, [{ before: null, after: village }], before)).toEqual(audiences)
  })

  it('the key holds from day to day as long as nothing changes', () => {
    const keys = (now: string) =>
      audiencesOf(devices, horizonAt(timetable([slot('a')]), at(now))).map(audience => audience.key)
    expect(keys('2026-11-24 09:30')).toEqual(keys('2026-11-23 00:00'))
  })
})

describe('laws of audiences, for any timetable and devices', () => {
  const runs = { numRuns: 60 }

  it('every device is in one of them and plays what it would play alone', () => {
    fc.assert(
      fc.property(anyScene, ({ timetable, devices, now }) => {
        const horizon = horizonAt(timetable, now)
        const audiences = audiencesOf(devices, horizon)
        expect(audiences.flatMap(audience => audience.deviceIds).sort()).toEqual(devices.map(({ id }) => id).sort())
        for (const { deviceIds, reach, unitId } of audiences) {
          const { pieces } = resolveReach(horizon, reach)
          for (const device of devices.filter(({ id }) => deviceIds.includes(id))) {
            expect(resolve(timetable, device, horizon.span).pieces).toEqual(pieces)
            expect(placementAt(device, now)?.unitId).toBe(unitId)
          }
        }
      }),
      runs,
    )
  })

  it('a changed slot changes only the audiences it touches', () => {
    const whatPlays = (audiences: readonly Audience[], horizon: Horizon) =>
      new Map(
        audiences.flatMap(({ deviceIds, reach }) => {
          const { pieces } = resolveReach(horizon, reach)
          return deviceIds.map(id => [id, pieces] as const)
        }),
      )
    fc.assert(
      fc.property(anyScene, fc.nat(), ({ timetable, devices, now }, pick) => {
        const slot = timetable.slots[pick % timetable.slots.length]
        if (!slot) return
        const whole = horizonAt(timetable, now)
        const without = horizonAt({ ...timetable, slots: timetable.slots.filter(other => other !== slot) }, now)
        const byId = new Map(devices.map(device => [device.id, device]))
        for (const [before, after, change] of [
          [whole, without, { before: slot, after: null }],
          [without, whole, { before: null, after: slot }],
        ] as const) {
          const audiences = audiencesOf(devices, before)
          const touched = touchedAudiences(audiences, byId, [change], before)
          const again = touched.flatMap(({ deviceIds }) => devices.filter(({ id }) => deviceIds.includes(id)))
          const rebuilt = [...audiences.filter(audience => !touched.includes(audience)), ...audiencesOf(again, after)]
          expect(whatPlays(rebuilt, after)).toEqual(whatPlays(audiencesOf(devices, after), after))
        }
      }),
      runs,
    )
  })

  it('I02 a device finds silent by its own guard exactly what the server does', () => {
    fc.assert(
      fc.property(anyScene, fc.array(fc.nat(8 * 24 * 60 - 1), { minLength: 40, maxLength: 40 }), (scene, minutes) => {
        const horizon = horizonAt(scene.timetable, scene.now)
        const still = scene.devices.slice(1)
        for (const { reach } of audiencesOf(still, horizon)) {
          const guard = guardFor(horizon, reach, horizon.span)
          for (const minute of minutes) {
            const moment = instant(scene.now + minute * 60_000)
            const silent = causesAt(reach.pieces[0]?.silent.silences ?? [], moment).length > 0
            expect(forbiddenBy(guard, moment, 'priority') !== null).toBe(silent)
            expect(forbiddenBy(guard, moment, 'emergency')).toBeNull()
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})
