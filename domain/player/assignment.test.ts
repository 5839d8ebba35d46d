import type { Assignment } from '@nguon/domain/assignments'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monday5, rehearse, sampleAssignment, sampleFacts, sampleItem, sampleLineup } from './rehearsal.ts'

const second = 1000
const [former, next, third] = ['x', 'y', 'z'].map(letter => letter.repeat(26) as UnitId) as [UnitId, UnitId, UnitId]

/** A player of the former unit that holds its line-up, a minute before 05:00. */
function player(...items: Parameters<typeof sampleLineup>[0]) {
  const on = rehearse(sampleFacts())
  on.until(monday5 - 60 * second, { on: true, trusted: true })
  on.until(monday5 - 60 * second, { lineup: sampleLineup(items) })
  return on
}

const faults = (on: ReturnType<typeof player>) =>
  on.effects.flatMap(effect => (effect.kind === 'refusal' ? [`${effect.subject} ${effect.fault}`] : []))

describe('whose a device is', () => {
  it('D16 D18: what sounds of the former unit ends at once, what was to come is nobody’s, the new unit’s plays', () => {
    const on = player(sampleItem('old', 0, 60), sampleItem('later', 100, 130))
    on.until(monday5 + 20 * second, { assignment: sampleAssignment() })
    on.until(monday5 + 21 * second, { lineup: sampleLineup([sampleItem('later', 100, 130)], { version: 8 }) })
    const items = [sampleItem('new', 60, 90)]
    on.until(monday5 + 30 * second, { lineup: sampleLineup(items, { version: 9, unitId: next }) })
    on.until(monday5 + 200 * second)
    expect(faults(on)).toEqual(['lineup other-unit'])
    expect(on.airings.map(({ itemId, result }) => [itemId, result])).toEqual([
      ['old', { kind: 'interrupted', by: 'withdrawn' }],
      ['new', { kind: 'completed' }],
    ])
  })

  it('D18 D13: what was due in the former unit and missed keeps its airing', () => {
    const on = player(sampleItem('old', 0, 60))
    on.until(monday5 - second, { off: true })
    on.until(monday5 + 90 * second, { on: true, trusted: true })
    on.until(monday5 + 90 * second, { assignment: sampleAssignment() })
    expect(on.airings.map(({ itemId, result }) => [itemId, result])).toEqual([
      ['old', { kind: 'missed', reason: 'off' }],
    ])
  })

  it('D16: a restart between the assignment and the first line-up of the new unit plays nothing of the former', () => {
    const on = player(sampleItem('old', 0, 60))
    on.until(monday5 - 10 * second, { assignment: sampleAssignment() })
    on.until(monday5 - 9 * second, { off: true })
    on.until(monday5 - 8 * second, { on: true, trusted: true })
    on.until(monday5 + 100 * second)
    expect([on.state().unitId, on.state().lineup, on.sounds, on.airings]).toEqual([next, null, [], []])
  })

  it.each<[string, Partial<Assignment>, string | null]>([
    ['of another device', { version: 6, deviceId: 'e'.repeat(26) as DeviceId }, 'other-device'],
    ['an old one, replayed', { version: 4, unitId: third }, 'older'],
    ['another unit under the same number', { unitId: third }, 'older'],
    ['the same again', {}, null],
  ])('D17 I04: %s', (_, change, fault) => {
    const on = player()
    on.until(monday5, { assignment: sampleAssignment({ version: 5 }) })
    on.until(monday5, { assignment: sampleAssignment({ version: 5, ...change }) })
    expect(faults(on)).toEqual(fault === null ? [] : [`assignment ${fault}`])
    expect(on.state().unitId).toBe(next)
  })

  it('D17: none is accepted without trusted time', () => {
    const on = rehearse(sampleFacts())
    on.until(monday5, { on: true, trusted: false })
    on.until(monday5, { assignment: sampleAssignment() })
    expect([faults(on), on.state().unitId]).toEqual([['assignment no-trusted-time'], former])
  })

  it('D16 D17 D18: through any decisions, replays and restarts it is where the newest of them put it, and plays that unit alone', () => {
    const decided = fc.uniqueArray(fc.constantFrom(former, next, third), { minLength: 3, maxLength: 3 })
    const happening = fc.oneof(
      fc.record({ assignment: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ lineup: fc.constantFrom(former, next, third) }),
      fc.constant('restart' as const),
    )
    fc.assert(
      fc.property(decided, fc.array(happening, { maxLength: 25 }), (units, happenings) => {
        const on = player(sampleItem(former, 0, 3000))
        let [now, newest, version] = [monday5, 0, 7]
        for (const each of happenings) {
          now += 5 * second
          if (each === 'restart') {
            on.until(now, { off: true })
            on.until(now + second, { on: true, trusted: true })
          } else if ('lineup' in each) {
            version += 1
            on.until(now, {
              lineup: sampleLineup([sampleItem(each.lineup, 0, 3000)], { version, unitId: each.lineup }),
            })
          } else {
            on.until(now, {
              assignment: sampleAssignment({ version: each.assignment, unitId: units[each.assignment % 3] ?? former }),
            })
            newest = Math.max(newest, each.assignment)
          }
          const { unitId, lineup, playing } = on.state()
          expect(unitId).toBe(newest === 0 ? former : units[newest % 3])
          expect(lineup?.unitId ?? unitId).toBe(unitId)
          if (playing && playing.stoppedBy === null) expect(playing.item.id).toBe(unitId)
        }
      }),
      { numRuns: 100 },
    )
  })
})
