import fc from 'fast-check'
import { addDays, type Instant, type QuietPlaceId } from '@nguon/domain/platform'
import type { PlacedDevice, QuietPlace, Target, UnitRules } from '@nguon/domain/rules'
import { contentKey, type ContentState, type Recurrence, type Slot, type Timetable } from '@nguon/domain/schedule'
import { at, day, deviceId, groupId, paths, placement, rules, slot, time, unit } from './timetable.ts'

/** Days on which everything random happens: around the clocks' going back in Berlin, and plain days in Việt Nam. */
export const stages = [
  { zone: 'Asia/Ho_Chi_Minh', today: day('2026-11-23'), now: at('2026-11-23 00:00') },
  { zone: 'Europe/Berlin', today: day('2026-10-25'), now: at('2026-10-25T00:00+02:00') },
  { zone: 'Europe/Berlin', today: day('2027-03-28'), now: at('2027-03-28T00:00+01:00') },
] as const

type Stage = (typeof stages)[number]

const often = <Value>(usual: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 4 }, { arbitrary: other, weight: 1 })
const some = <Value>(...values: Value[]) => fc.subarray(values)

/** Mostly within three hours of a morning, so that things meet. */
const timeOfDay = fc
  .oneof(
    { arbitrary: fc.integer({ min: 59, max: 96 }), weight: 5 },
    { arbitrary: fc.integer({ min: 0, max: 287 }), weight: 1 },
  )
  .map(step => time(`${String(Math.floor(step / 12)).padStart(2, '0')}:${String((step % 12) * 5).padStart(2, '0')}`))
const weekdays = some(1, 2, 3, 4, 5, 6, 7)
const hours = fc.record({ from: timeOfDay, until: timeOfDay })

const selection = fc.record({
  units: often([], some(...Object.keys(paths).map(unit))),
  groups: often([], some(groupId('cho'), groupId('truong'))),
  devices: often([], some(deviceId('loa'), deviceId('loa-khac'))),
})

function recurrence(today: Stage['today']): fc.Arbitrary<Recurrence> {
  const near = fc.integer({ min: -3, max: 2 }).map(days => addDays(today, days))
  const bounds = {
    from: fc.integer({ min: -9, max: 1 }).map(days => addDays(today, days)),
    until: often(null, near),
    exceptions: often([], fc.array(near, { maxLength: 2 })),
    extraDays: often([], fc.array(near, { maxLength: 2 })),
  }
  const interval = often(1, fc.integer({ min: 2, max: 3 }))
  const monthDays = some(-1, 1, 23, 24, 25, 28)
  return fc.oneof(
    { arbitrary: fc.record({ kind: fc.constant('once' as const), day: near }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant('days' as const), interval, ...bounds }), weight: 6 },
    { arbitrary: fc.record({ kind: fc.constant('weeks' as const), interval, weekdays, ...bounds }), weight: 2 },
    { arbitrary: fc.record({ kind: fc.constant('months' as const), interval, monthDays, ...bounds }), weight: 1 },
  )
}

function anySlot(name: string, today: Stage['today']): fc.Arbitrary<Slot> {
  return fc
    .record({
      unitId: fc.constantFrom('tinh', 'tinh', 'xa-a', 'xa-a', 'xa-a', 'xa-b', 'thon-a1', 'thon-a1').map(unit),
      class: fc.constantFrom('normal', 'normal', 'priority', 'priority', 'emergency'),
      recurrence: recurrence(today),
      timeOfDay,
      durationSeconds: fc.integer({ min: 1, max: 20 }).map(fives => fives * 300),
      onPreempted: fc.constantFrom('resume', 'restart', 'drop'),
      order: fc.integer({ min: 0, max: 2 }),
      stream: often(false, fc.constant(true)),
      target: often<Target | null>(
        null,
        fc.tuple(selection, selection).map(([only, except]) => ({ ...only, except })),
      ),
    } as const)
    .map(({ stream, target, ...rest }) => ({
      ...slot(name, rest),
      ...(stream ? { content: { kind: 'relay', source: name } as const } : {}),
      ...(target ? { target } : {}),
    }))
}

function anyContent(slot: Slot, now: Instant): fc.Arbitrary<ContentState> {
  const key = contentKey(slot.content)
  const hour = 3_600_000
  const limits = fc.record({
    area: fc.constantFrom(unit('tinh'), unit('xa-a'), unit('thon-a2')).map(area => [area]),
    period: fc.tuple(fc.integer({ min: -99, max: 20 }), fc.integer({ min: 1, max: 99 })).map(([from, length]) => ({
      startsAt: (now + from * hour) as Instant,
      endsAt: (now + (from + length) * hour) as Instant,
    })),
    class: fc.constantFrom('emergency', 'emergency', 'priority'),
  } as const)
  const usable = often([], fc.array(limits, { maxLength: 2 })).map(
    limits => ({ key, usable: true, seconds: slot.durationSeconds, limits }) as const,
  )
  return often<ContentState>(
    { key, usable: true, seconds: slot.durationSeconds, limits: [] },
    fc.oneof(usable, fc.constant({ key, usable: false, fault: 'EXPIRED' } as const)),
  )
}

function anyRules(unitName: string, today: Stage['today']): fc.Arbitrary<UnitRules> {
  const ruled = <Value>(value: fc.Arbitrary<Value>) =>
    often(
      null,
      value.map(value => ({ value, citation: 'Quy chế' })),
    )
  return fc
    .record({
      quietHours: ruled(fc.array(hours, { maxLength: 2 })),
      broadcastWindows: ruled(fc.array(fc.record({ weekdays, from: timeOfDay, until: timeOfDay }), { maxLength: 3 })),
      maximumVolumeByHour: ruled(fc.array(fc.constantFrom(60, 80, 100, 0), { minLength: 24, maxLength: 24 })),
      silentDays: ruled(fc.record({ weekdays: some(6, 7), days: some(today, addDays(today, 1)) })),
    })
    .map(changes => rules(unitName, changes))
}

const anyQuietPlace = (stage: Stage): fc.Arbitrary<QuietPlace> =>
  fc
    .record({
      only: selection,
      except: selection,
      hours: fc.option(hours),
      weekdays,
      start: fc.integer({ max: 48, min: 0 }),
    })
    .map(({ only, except, hours, weekdays, start }) => ({
      id: 'truong' as QuietPlaceId,
      name: 'Trường học',
      citation: 'Quy chế',
      target: { ...only, except },
      around: null,
      periods: [
        { kind: 'days', from: stage.today, until: addDays(stage.today, 1), weekdays, hours },
        {
          kind: 'span',
          startsAt: (stage.now + start * 1_800_000) as Instant,
          endsAt: (stage.now + (start + 1) * 1_800_000) as Instant,
        },
      ],
    }))

/** A device that may move to the other commune during the first day. */
const anyDevice = (now: Instant): fc.Arbitrary<PlacedDevice> =>
  fc
    .record({ groups: some(groupId('cho'), groupId('truong')), moves: often(null, fc.integer({ min: 1, max: 47 })) })
    .map(({ groups, moves }) => ({
      id: deviceId('loa'),
      placements: [
        placement('thon-a1', { groups }),
        ...(moves === null ? [] : [placement('thon-b1', { since: (now + moves * 1_800_000) as Instant })]),
      ],
      coordinates: null,
      households: 1,
    }))

/** Devices of all villages, some with nothing to tell them apart. */
const anyDevices: fc.Arbitrary<PlacedDevice[]> = fc
  .array(
    fc.record({
      village: fc.constantFrom('thon-a1', 'thon-a2', 'thon-b1'),
      groups: often([], some(groupId('cho'), groupId('truong'))),
    }),
    { maxLength: 8 },
  )
  .map(all =>
    all.map(({ village, groups }, number) => ({
      id: number === 0 ? deviceId('loa-khac') : deviceId(`loa-${number}`),
      placements: [placement(village, { groups })],
      coordinates: null,
      households: 1,
    })),
  )

export interface Scene {
  readonly timetable: Timetable
  readonly device: PlacedDevice
  /** `device` and others. */
  readonly devices: readonly PlacedDevice[]
  readonly now: Instant
}

/** A timetable in any state with a device of it. */
export const anyScene: fc.Arbitrary<Scene> = fc.constantFrom(...stages).chain(stage =>
  fc
    .tuple(...Array.from({ length: 10 }, (_, number) => anySlot(`s${number}`, stage.today)))
    .chain(all => fc.subarray(all, { minLength: 4 }))
    .chain(slots => {
      const ids = slots.map(slot => slot.id)
      const takings = fc.array(
        fc.record({
          unitId: fc.constantFrom(unit('xa-a'), unit('xa-b')),
          slotId: fc.constantFrom(...ids),
          taken: fc.boolean(),
        }),
        { maxLength: 4 },
      )
      return fc
        .record({
          device: anyDevice(stage.now),
          others: anyDevices,
          now: fc.constant(stage.now),
          timetable: fc.record({
            zone: fc.constant(stage.zone),
            slots: fc.constant(slots),
            contents: fc.tuple(...slots.map(slot => anyContent(slot, stage.now))),
            rules: often<UnitRules[]>([], fc.tuple(anyRules('tinh', stage.today), anyRules('xa-a', stage.today))),
            quietPlaces: often([], fc.array(anyQuietPlace(stage), { maxLength: 1 })),
            takings: takings.map(all => [
              ...new Map(all.map(taking => [`${taking.unitId}${taking.slotId}`, taking])).values(),
            ]),
            standingTakings: some({ unitId: unit('xa-a'), fromUnitId: unit('tinh') }),
            priorityOrders: fc.shuffledSubarray(ids).map(slotIds => [{ unitId: unit('xa-a'), slotIds }]),
          }),
        })
        .map(({ others, ...scene }): Scene => ({ ...scene, devices: [scene.device, ...others] }))
    }),
)
