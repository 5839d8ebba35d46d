import type { UnitId, UnitPath } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestWaitOf, type TaskWait, type UnitTaskWaits, waitFault, type WaitingKind, waitOf } from './task-wait.ts'

const kind: WaitingKind = { name: 'test.decide', remindAfterMinutes: 60, stepInAfterMinutes: 60, longestMinutes: 1440 }
const wait = (remindAfterMinutes: number, stepInAfterMinutes = remindAfterMinutes): TaskWait => ({
  remindAfterMinutes,
  stepInAfterMinutes,
})
const [province, commune, village] = ['66', '24343', 'T01'] as unknown as [UnitId, UnitId, UnitId]
const path: UnitPath = [province, commune, village]
const saved = (waits: Readonly<Record<string, TaskWait>>): UnitTaskWaits[] =>
  Object.entries(waits).map(([unitId, one]) => ({
    unitId: unitId as UnitId,
    leads: unitId === '66',
    waits: { [kind.name]: one },
  }))

describe('T6: how long a task waits is for the units to decide', () => {
  it.each([
    ['nobody: the default of the house', {}, wait(60)],
    ['the province, longer', { 66: wait(120, 240) }, wait(120, 240)],
    ['the province, shorter', { 66: wait(30) }, wait(30)],
    ['the commune, shorter', { 24343: wait(30, 45) }, wait(30, 45)],
    ['both', { 66: wait(120, 240), 24343: wait(90, 90) }, wait(90, 90)],
    ['the commune, and then the province shorter still', { 66: wait(10, 20), 24343: wait(30, 30) }, wait(10, 20)],
    ['the commune, longer than the default', { 24343: wait(90) }, wait(60)],
    ['another kind only', { 66: wait(120) }, wait(60), 'test.mend'],
  ])('%s', (_, decided, expected, name = kind.name) => {
    expect(waitOf({ ...kind, name }, path, saved(decided))).toEqual(expected)
  })

  it.each([
    ['a commune tightens', [province, commune], wait(30, 60), null],
    ['a commune keeps what holds', [province, commune], wait(60), null],
    ['a commune has people step in later', [province, commune], wait(30, 61), 'TOO_LONG'],
    ['a province goes to the end of what the kind bears', [province], wait(60, 1440), null],
    ['a province puts it off for good', [province], wait(60, 1441), 'TOO_LONG'],
    ['others step in before those it is for are reminded', [province], wait(60, 59), 'STEPS_IN_FIRST'],
    ['a reminder at once', [province], wait(0, 10), 'TOO_SHORT'],
  ] as const)('%s', (_, unit, decided, fault) => {
    const longest = longestWaitOf(kind, { path: unit, leads: unit.length === 1 }, [])
    expect(waitFault(decided, longest)).toBe(fault)
  })

  it('a province under a centre that has decided only tightens, and leads where the centre has not', () => {
    const centre = '00' as UnitId
    const unit = { path: [centre, province], leads: true }
    expect(longestWaitOf(kind, unit, [])).toEqual(wait(1440))
    const decided = [{ unitId: centre, leads: true, waits: { [kind.name]: wait(120, 180) } }]
    expect(longestWaitOf(kind, unit, decided)).toEqual(wait(120, 180))
  })

  it('whatever was decided, a unit waits no longer than the one above, and reminds before others step in', () => {
    const anyWait = fc
      .tuple(fc.integer({ min: 5, max: 700 }), fc.integer({ min: 0, max: 700 }))
      .map(([remind, more]) => wait(remind, remind + more))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('66', '24343', 'T01'), anyWait), decided => {
        const held = path.map((_, depth) => waitOf(kind, path.slice(0, depth + 1), saved(decided)))
        for (const [depth, one] of held.entries()) {
          expect(one.remindAfterMinutes).toBeLessThanOrEqual(one.stepInAfterMinutes)
          expect(one.stepInAfterMinutes).toBeLessThanOrEqual(held[depth - 1]?.stepInAfterMinutes ?? kind.longestMinutes)
        }
      }),
    )
  })
})
