import type { ApprovalLimits } from '@nguon/domain/approval'
import type { QuietPlaceId } from '@nguon/domain/platform'
import { nobody, presetRules } from '@nguon/domain/rules'
import type { Slot, Timetable } from '@nguon/domain/schedule'
import { describe, expect, it } from 'vitest'
import {
  at,
  content,
  daily,
  day,
  device,
  deviceId,
  once,
  pathOf,
  rules,
  slot,
  time,
  timetable,
  unit,
} from '../../tests/examples/timetable.ts'
import { checkSlot, type SlotCheck } from './check-slot.ts'

const devices = [device('a1', 'thon-a1'), device('a2', 'thon-a2'), device('b1', 'thon-b1')]
const now = at('2026-11-20 08:00')

function check(checked: Slot, changes: Partial<Timetable> = {}, more: Partial<SlotCheck> = {}) {
  const all = timetable([checked], changes)
  return checkSlot({ slot: checked, timetable: all, devices, pathOf, now, ...more })
}
const codes = (...given: Parameters<typeof check>) => check(...given).map(violation => violation.code)

describe('I01 a slot at 03:15 is refused and the reason said', () => {
  const quiet = rules('xa-a', {
    quietHours: { value: [{ from: time('21:00'), until: time('05:00') }], citation: 'Điều 4 Quy chế 05/2026' },
  })

  it('by the default where the unit has no rule', () => {
    expect(check(slot('tiep-am', { timeOfDay: time('03:15'), recurrence: once('2026-11-23') }))).toEqual([
      {
        code: 'QUIET_HOURS',
        rule: 'P6.8',
        from: '21:30',
        until: '05:00',
        unitId: null,
        citation: '',
        occurrence: {
          slotId: 'tiep-am',
          day: '2026-11-23',
          startsAt: at('2026-11-23 03:15'),
          endsAt: at('2026-11-23 03:25'),
        },
      },
    ])
  })

  it('citing the regulation of the unit', () => {
    const found = check(slot('tiep-am', { timeOfDay: time('03:15') }), { rules: [quiet] })
    expect(found).toMatchObject([{ code: 'QUIET_HOURS', unitId: 'xa-a', citation: 'Điều 4 Quy chế 05/2026' }])
  })

  it.each([
    ['05:00', 600, []],
    ['04:59', 600, ['QUIET_HOURS']],
    ['20:50', 600, []],
    ['20:50', 601, ['QUIET_HOURS']],
  ])('at %s for %i s', (timeOfDay, durationSeconds, expected) => {
    expect(codes(slot('a', { timeOfDay: time(timeOfDay), durationSeconds }), { rules: [quiet] })).toEqual(expected)
  })

  it('P6.6 an emergency passes', () => {
    expect(codes(slot('bao', { timeOfDay: time('03:15'), class: 'emergency' }), { rules: [quiet] })).toEqual([])
  })
})

describe('P6 the rules of the unit', () => {
  const town = presetRules('urban', unit('xa-a'), 'Quy chế 05/2026')
  const sunday = once('2026-11-22')

  it('P6.8 silent days are stepped over, but are no day for a single occurrence', () => {
    expect(codes(slot('a'), { rules: [town] })).toEqual([])
    expect(codes(slot('a', { recurrence: sunday }), { rules: [town] })).toEqual(['SILENT_DAY'])
  })

  it('P6.8 windows', () => {
    const value = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: time('05:00'), until: time('06:00') }]
    const windows = rules('tinh', { broadcastWindows: { value, citation: 'Điều 3' } })
    expect(check(slot('a', { timeOfDay: time('05:55') }), { rules: [windows] })).toMatchObject([
      { code: 'OUTSIDE_WINDOWS', unitId: 'tinh', citation: 'Điều 3' },
    ])
    expect(codes(slot('a', { timeOfDay: time('05:50') }), { rules: [windows] })).toEqual([])
  })

  it('P6.7 a third session a day and a session over 15 minutes', () => {
    const noon = slot('trua', { timeOfDay: time('11:00') })
    const evening = slot('toi', { timeOfDay: time('17:00') })
    const monday = slot('sang', { recurrence: once('2026-11-23') })
    const shared = {
      slots: [noon, evening],
      contents: [noon, evening, monday].map(each => content(each)),
      rules: [town],
    }
    expect(check(monday, shared)).toMatchObject([
      {
        code: 'TOO_MANY_SESSIONS',
        rule: 'P6.7',
        day: '2026-11-23',
        sessions: 3,
        maximum: 2,
        citation: 'Quy chế 05/2026',
      },
    ])
    const after = { ...monday, timeOfDay: time('11:12') }
    expect(check(after, shared)).toMatchObject([{ code: 'SESSION_TOO_LONG', minutes: 20, maximum: 15 }])
    const shorter = { ...after, durationSeconds: 300, timeOfDay: time('11:10') }
    const contents = [noon, evening, shorter].map(each => content(each))
    expect(codes(shorter, { ...shared, contents })).toEqual([])
  })

  it('P6.7 sessions of other devices do not count', () => {
    const others = ['06:00', '11:00', '17:00'].map(text =>
      slot(`b${text}`, { unitId: unit('xa-b'), timeOfDay: time(text) }),
    )
    const own = slot('a', { recurrence: once('2026-11-23') })
    const shared = { slots: others, contents: [...others, own].map(each => content(each)), rules: [town] }
    expect(codes(own, shared)).toEqual([])
  })

  it('P6.8 a quiet place that leaves nothing of the slot refuses it', () => {
    const place = {
      id: 'thi' as QuietPlaceId,
      name: 'Điểm thi',
      citation: 'Công văn 1412',
      target: { ...nobody, units: [unit('thon-a1')], except: nobody },
      around: null,
      periods: [
        { kind: 'days', from: day('2026-11-23'), until: day('2026-11-24'), weekdays: [], hours: null },
      ] as const,
    }
    const village = { ...nobody, units: [unit('thon-a1')], except: nobody }
    const exam = slot('a', { recurrence: once('2026-11-23'), target: village })
    expect(check(exam, { quietPlaces: [place] })).toMatchObject([{ code: 'QUIET_PLACE', name: 'Điểm thi' }])
    expect(codes({ ...exam, recurrence: daily }, { quietPlaces: [place] })).toEqual([])
    expect(codes({ ...exam, target: slot('a').target }, { quietPlaces: [place] })).toEqual([])
  })
})

describe('P7 and P1 the slot itself', () => {
  it('P7.1 names nothing outside its unit', () => {
    const target = { ...nobody, units: [unit('xa-a'), unit('xa-b')], except: nobody }
    expect(check(slot('a', { target }))).toEqual([{ code: 'OUTSIDE_ISSUER', rule: 'P7.1', unitIds: ['xa-b'] }])
  })

  it('P7.2 reaches some device', () => {
    const target = { ...nobody, devices: [deviceId('b1')], except: nobody }
    expect(codes(slot('a', { target }))).toEqual(['NO_DEVICE'])
  })

  it('P1.4 has an occurrence left', () => {
    expect(codes(slot('a', { recurrence: once('2026-11-19') }))).toEqual(['NO_OCCURRENCE'])
    expect(codes(slot('a', { recurrence: once('2026-11-20'), timeOfDay: time('07:59') }))).toEqual(['NO_OCCURRENCE'])
    expect(codes(slot('a', { recurrence: once('2029-11-20') }))).toEqual([])
  })
})

describe('P8 what the slot plays', () => {
  const limits: ApprovalLimits = {
    area: [unit('thon-a1')],
    period: { startsAt: at('2026-11-20 00:00'), endsAt: at('2026-11-30 00:00') },
    class: 'normal',
  }
  const inVillage = { ...nobody, units: [unit('thon-a1')], except: nobody }
  const inside = slot('a', { target: inVillage, recurrence: { ...daily, until: day('2026-11-29') } })
  const limited = (checked: Slot) => check(checked, { contents: [content(checked, { limits: [limits] })] })

  it('P8.2 inside the approved limits is the own decision of the unit', () => {
    expect(limited(inside)).toEqual([])
  })

  it('P8.2 outside them it is refused and the limit named', () => {
    expect(limited({ ...inside, target: slot('a').target })).toEqual([
      { code: 'OUTSIDE_APPROVED_AREA', rule: 'P8.2', outside: ['xa-a'], area: ['thon-a1'] },
    ])
    expect(limited({ ...inside, target: { ...nobody, devices: [deviceId('a2')], except: nobody } })).toEqual([
      { code: 'OUTSIDE_APPROVED_AREA', rule: 'P8.2', outside: ['a2'], area: ['thon-a1'] },
    ])
    expect(limited({ ...inside, recurrence: daily })).toMatchObject([
      { code: 'OUTSIDE_APPROVED_PERIOD', period: limits.period, occurrence: { day: '2026-11-30' } },
    ])
    expect(limited({ ...inside, class: 'priority' })).toEqual([
      { code: 'ABOVE_APPROVED_CLASS', rule: 'P8.2', class: 'priority', approved: 'normal' },
    ])
  })

  it('P8.1 unusable content is refused, P8.4 and content longer than the slot', () => {
    const withdrawn = { key: 'rendition:a', usable: false, fault: 'WITHDRAWN' } as const
    expect(check(slot('a'), { contents: [withdrawn] })).toEqual([
      { code: 'CONTENT_UNUSABLE', rule: 'P8.1', fault: 'WITHDRAWN' },
    ])
    expect(check(slot('a'), { contents: [] })).toMatchObject([{ code: 'CONTENT_UNUSABLE', fault: 'UNKNOWN' }])
    expect(check(slot('a'), { contents: [content(slot('a'), { seconds: 601 })] })).toEqual([
      { code: 'CONTENT_TOO_LONG', rule: 'P8.4', seconds: 601, durationSeconds: 600 },
    ])
  })
})
