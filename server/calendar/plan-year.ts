import type { importYearInput, importYearOutput } from '@nguon/contract/calendar'
import {
  checkLunarYear,
  checkOffYear,
  holidaysAgainstLunar,
  type LunarDay,
  type OffDays,
  type YearFault,
} from '@nguon/domain/calendar'
import { addDays, type Day, type UnitPath } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import type { z } from 'zod'
import { readYearTable } from './read-year-table.ts'
import type { StoredYear } from './store.ts'
import { yearsAt } from './years-at.ts'

export interface YearPlan {
  readonly lunar: readonly LunarDay[]
  readonly off: readonly OffDays[]
  /** What the unit itself has entered for the year. */
  readonly current: StoredYear | null
  readonly changedDays: readonly Day[]
  readonly landmarks: z.output<typeof importYearOutput>['landmarks']
  readonly faults: readonly YearFault[]
}

/** What the table would make of the year, beside what is approved of it and of the years around it. */
export async function planYear(
  db: Database,
  path: UnitPath,
  { unitId, kind, year, table }: Pick<z.output<typeof importYearInput>, 'unitId' | 'kind' | 'year' | 'table'>,
): Promise<YearPlan> {
  const rows = readYearTable(kind, table)
  const known = await yearsAt(db, path, [year - 1, year, year + 1])
  const find = (ofKind: StoredYear['kind'], ofYear: number) =>
    known.find(stored => stored.kind === ofKind && stored.year === ofYear) ?? null
  const neighbours = {
    before: find('lunarDays', year - 1)?.lunar.at(-1) ?? null,
    after: find('lunarDays', year + 1)?.lunar[0] ?? null,
  }
  const nothing = { days: [], faults: [] }
  const isLunar = kind === 'lunarDays'
  const { days: lunar, faults: lunarFaults } = isLunar ? checkLunarYear(year, rows, neighbours) : nothing
  const { days: off, faults: offFaults } = isLunar ? nothing : checkOffYear(year, rows)
  const faults: YearFault[] = [...lunarFaults, ...offFaults]
  const holding = find(kind, year)
  const current = holding?.unitId === unitId ? holding : null
  if (faults.length === 0) {
    faults.push(
      ...holidaysAgainstLunar(
        isLunar ? lunar : (find('lunarDays', year)?.lunar ?? []),
        isLunar ? (find('offDays', year)?.off ?? []) : off,
      ),
    )
  }
  return {
    lunar,
    off,
    current,
    faults,
    changedDays: changesOf(holding, lunar, off),
    landmarks: landmarksOf(lunar, off),
  }
}

function changesOf(current: StoredYear | null, lunar: readonly LunarDay[], off: readonly OffDays[]): Day[] {
  if (!current) return []
  const values = (lunarDays: readonly LunarDay[], offDays: readonly OffDays[]) =>
    new Map([
      ...lunarDays.map(one => [one.day, JSON.stringify([one.lunarDay, one.lunarMonth, one.leapMonth])] as const),
      ...offDays.flatMap(one => daysOf(one).map(day => [day, JSON.stringify([one.kind, one.name])] as const)),
    ])
  const [before, after] = [values(current.lunar, current.off), values(lunar, off)]
  return [...new Set([...before.keys(), ...after.keys()])].filter(day => before.get(day) !== after.get(day)).sort()
}

export function daysOf({ from, until }: Pick<OffDays, 'from' | 'until'>): Day[] {
  const days: Day[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

export function landmarksOf(lunar: readonly LunarDay[], off: readonly OffDays[]): YearPlan['landmarks'] {
  return [
    ...lunar
      .filter(({ lunarDay }) => lunarDay === 1)
      .map(({ day, ...date }) => ({ day, until: day, lunar: date, off: null })),
    ...off.map(({ from, until, kind, name }) => ({ day: from, until, lunar: null, off: { kind, name } })),
  ]
}
