import type { UnitId } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatheredKinds } from './alarm.ts'
import { gatherAlarms, isGatheringOver } from './gather-alarms.ts'

const path = (text: string) => text.split(' ') as UnitId[]
const strike = (text: string, struck: number, devices: number) => ({
  unitId: path(text).at(-1) as UnitId,
  path: path(text),
  devices,
  struck,
})
const units = (...strikes: ReturnType<typeof strike>[]) =>
  gatherAlarms(strikes)
    .map(({ unitId, struck, devices }) => `${unitId} ${struck}/${devices}`)
    .toSorted()

describe('A6 many at once', () => {
  it('A6.1 what one cause can bring to many, and not what is each one’s own', () => {
    expect(gatheredKinds).toContain('silent')
    expect(gatheredKinds).not.toContain('reported')
  })

  it.each([
    ['A6.2 five of ten', [strike('t x', 5, 10)], ['x 5/10']],
    ['A6.2 four of four are few', [strike('t x', 4, 4)], []],
    ['A6.2 five of eleven are not half', [strike('t x', 5, 11)], []],
    [
      'A6.3 two of three communes: one line for each, and one above',
      [strike('t x', 9, 10), strike('t y', 8, 9), strike('t z', 0, 10)],
      ['t 17/29', 'x 9/10', 'y 8/9'],
    ],
    [
      'A6.3 one commune of many stays with itself',
      [strike('t x', 9, 10), strike('t y', 0, 9), strike('t z', 0, 10)],
      ['x 9/10'],
    ],
    ['A6.3 small communes are told above', [strike('t x', 3, 3), strike('t y', 3, 3)], ['t 6/6']],
    [
      'A6.3 the topmost stands for all',
      [strike('t h x', 5, 5), strike('t h y', 5, 5), strike('t k z', 5, 5)],
      ['t 15/15', 'x 5/5', 'y 5/5', 'z 5/5'],
    ],
    [
      'A6.3 a district below a province that is well',
      [strike('t h x', 5, 5), strike('t h y', 5, 5), strike('t k z', 0, 30)],
      ['h 10/10', 'x 5/5', 'y 5/5'],
    ],
  ])('%s', (_name, strikes, expected) => {
    expect(units(...strikes)).toEqual(expected)
  })

  it.each([
    ['A6.5 a fifth is left', { devices: 10, struck: 2 }, false],
    ['A6.5 less than a fifth is left', { devices: 10, struck: 1 }, true],
    ['A6.5 nobody is left', { devices: 0, struck: 0 }, true],
  ])('%s', (_name, load, expected) => {
    expect(isGatheringOver(load)).toBe(expected)
  })

  it('A6.4 from any unit, what is struck as a whole is one line', () => {
    const communes = fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(communes, sizes => {
        const gathered = gatherAlarms(sizes.map((size, index) => strike(`t x${index}`, size, size)))
        expect(gathered.filter(({ unitId }) => unitId === 't')).toHaveLength(1)
        expect(gathered).toHaveLength(sizes.length + 1)
      }),
    )
  })
})
