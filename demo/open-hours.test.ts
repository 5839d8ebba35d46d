import { instant, type UnitId } from '@nguon/domain/platform'
import { effectiveRules, leavesNothing, looseningsOf, silencesOf, type UnitRules } from '@nguon/domain/rules'
import { describe, expect, it } from 'vitest'
import { openHours, type Ruler } from './open-hours.ts'
import { sampleUnitRules } from './sample/unit-rules.ts'
import type { Visit } from './visit.ts'

const zone = 'Asia/Ho_Chi_Minh'
const minute = 60_000
const monday = Date.UTC(2026, 10, 22, 17)

/** The sample units, which take rules only as the server would: never looser than those above, never allowing nothing. */
function sampleUnits() {
  const path = sampleUnitRules.map(({ unitCode }) => unitCode as UnitId)
  const rules = sampleUnitRules.map(({ unitCode, ...rule }): UnitRules => ({ ...rule, unitId: unitCode as UnitId }))
  let issues = 0
  const visitTo = (index: number): Visit => ({
    get: async <Body>() => ({ version: 1, rules: rules[index] }) as Body,
    send: async <Body>(_method: string, _path: string, body: unknown) => {
      const issued = (body as { rules: UnitRules }).rules
      expect(looseningsOf(issued, path.slice(0, index), rules)).toEqual([])
      expect(leavesNothing(issued)).toBe(false)
      rules[index] = issued
      issues += 1
      return {} as Body
    },
  })
  const rulers: Ruler[] = path.map((unitId, index) => ({ unitId, visit: visitTo(index) }))
  return { path, rules, rulers, issues: () => issues }
}

describe('decision 0010: a demonstration sounds at any hour', () => {
  it('of any day of the week, within rules each unit could issue, and however often it starts', async () => {
    for (let minutes = 0; minutes < 7 * 1440; minutes += 53) {
      const { path, rules, rulers } = sampleUnits()
      for (const after of [0, 40, 700]) {
        const startsAt = instant(monday + (minutes + after) * minute)
        const span = { startsAt, endsAt: instant(startsAt + 4 * minute) }
        await openHours(rulers, span, zone)
        expect(silencesOf(effectiveRules(path, rules), [], span, zone), new Date(startsAt).toISOString()).toEqual([])
      }
    }
  })

  it('when the rules allow it anyway, nothing is issued', async () => {
    const { rulers, issues } = sampleUnits()
    const startsAt = instant(monday + (17 * 60 + 20) * minute)
    expect(await openHours(rulers, { startsAt, endsAt: instant(startsAt + 4 * minute) }, zone)).toBeNull()
    expect(issues()).toBe(0)
  })
})
