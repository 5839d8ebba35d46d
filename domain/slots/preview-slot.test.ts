import type { QuietPlaceId } from '@nguon/domain/platform'
import { nobody } from '@nguon/domain/rules'
import type { Slot, Timetable } from '@nguon/domain/schedule'
import { describe, expect, it } from 'vitest'
import {
  at,
  content,
  daily,
  day,
  device,
  once,
  pathOf,
  slot,
  time,
  timetable,
  unit,
} from '../../tests/examples/timetable.ts'
import { previewSlot } from './preview-slot.ts'

const devices = [
  device('a1', 'thon-a1', { households: 120 }),
  device('a2', 'thon-a2', { households: 80 }),
  device('b1', 'thon-b1', { households: 50 }),
]
const now = at('2026-11-22 09:00')

function preview(slot: Slot, others: readonly Slot[] = [], changes: Partial<Timetable> = {}, soundBytes = 6_900_000) {
  const contents = [...others, slot].map(each => content(each))
  return previewSlot({ slot, timetable: timetable(others, { contents, ...changes }), devices, pathOf, now }, soundBytes)
}

describe('S4 saving shows the consequence first', () => {
  it('when, on how many devices and households, how long, how much a SIM', () => {
    const monday = slot('a', { timeOfDay: time('05:00'), recurrence: once('2026-11-23'), durationSeconds: 860 })
    expect(preview(monday)).toEqual({
      occurrences: [
        { slotId: 'a', day: '2026-11-23', startsAt: at('2026-11-23 05:00'), endsAt: at('2026-11-23 05:14:20') },
      ],
      occurrenceCount: 1,
      deviceCount: 2,
      households: 200,
      durationSeconds: 860,
      bytesPerDevice: 6_900_000,
      violations: [],
      conflicts: [],
      unheard: [],
    })
  })

  it('a stream is paid for every time', () => {
    const relay = slot('vov', { content: { kind: 'relay', source: 'http://radio.example' }, durationSeconds: 1800 })
    expect(preview(relay, [], {}, 0).bytesPerDevice).toBe(8 * 1800 * 8000)
  })

  it('every conflict, who wins and why', () => {
    const above = slot('tinh', {
      unitId: unit('tinh'),
      class: 'priority',
      timeOfDay: time('05:35'),
      target: { ...nobody, units: [unit('thon-a1')], except: nobody },
    })
    const below = slot('sau', { timeOfDay: time('05:36'), order: 1, onPreempted: 'drop' })
    const apart = slot('khac', { timeOfDay: time('17:00') })
    const { conflicts } = preview(slot('a'), [above, below, apart])
    const shared = { startsAt: at('2026-11-23 05:30'), deviceCount: 1, decidable: false }
    expect(conflicts).toEqual([
      { otherSlotId: 'sau', otherTitle: 'sau', wins: true, criterion: 'order', loss: 'lost', ...shared },
      {
        otherSlotId: 'tinh',
        otherTitle: 'tinh',
        wins: false,
        criterion: 'class',
        loss: 'delayed',
        startsAt: at('2026-11-23 05:35'),
        deviceCount: 1,
        decidable: false,
      },
    ])
  })

  it('P3.3 which conflicts are for the unit of the devices to decide', () => {
    const urgent = { class: 'priority', unitId: unit('xa-a') } as const
    const above = slot('tinh', { class: 'priority', unitId: unit('tinh'), depth: 0 })
    const own = { ...slot('a', urgent), depth: 1 }
    expect(preview(own, [above]).conflicts).toMatchObject([{ wins: false, criterion: 'level', decidable: true }])
    expect(preview({ ...own, class: 'normal' }, [above]).conflicts).toMatchObject([{ decidable: false }])
    // Later than the other ends as planned, it only waits.
    const early = { ...above, timeOfDay: time('05:00'), durationSeconds: 1800 }
    expect(preview(own, [early]).conflicts).toEqual([])
    // The level above does not decide for its communes.
    expect(preview(above, [own]).conflicts).toMatchObject([{ wins: true, decidable: false }])
  })

  it('devices it names that stay silent, with the reason', () => {
    const school = {
      id: 'truong' as QuietPlaceId,
      name: 'Trường tiểu học',
      citation: 'Điều 6 Quy chế 05/2026',
      target: { ...nobody, units: [unit('thon-a2')], except: nobody },
      around: null,
      periods: [
        { kind: 'days', from: day('2026-11-01'), until: day('2026-12-31'), weekdays: [], hours: null },
      ] as const,
    }
    const found = preview(slot('a', { timeOfDay: time('08:00') }), [], { quietPlaces: [school] })
    expect([found.deviceCount, found.households]).toEqual([1, 120])
    expect(found.unheard).toMatchObject([
      { deviceCount: 1, reason: { code: 'SILENCED', causes: [{ code: 'QUIET_PLACE', name: 'Trường tiểu học' }] } },
    ])
  })

  it('a normal slot of the province waits to be taken', () => {
    const found = preview(slot('t', { unitId: unit('tinh'), recurrence: daily }))
    expect(found.deviceCount).toBe(0)
    expect(found.unheard.map(({ reason, deviceCount }) => [reason.code, deviceCount])).toEqual([
      ['NOT_TAKEN', 2],
      ['NOT_TAKEN', 1],
    ])
  })

  it('I01 what forbids it comes with the rest', () => {
    const found = preview(slot('a', { timeOfDay: time('03:15') }))
    expect(found.deviceCount).toBe(0)
    expect(found.violations.map(violation => violation.code)).toEqual(['QUIET_HOURS'])
    expect(found.occurrences[0]?.startsAt).toBe(at('2026-11-23 03:15'))
  })

  it('of a slot without a coming occurrence there is nothing to show', () => {
    const found = preview(slot('a', { recurrence: once('2026-11-01') }))
    expect(found).toMatchObject({ occurrences: [], deviceCount: 0, violations: [{ code: 'NO_OCCURRENCE' }] })
  })
})
