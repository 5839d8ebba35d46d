import { calendarContract } from '@nguon/contract/calendar'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { calendarKinds, mayReadCalendar } from '@nguon/domain/calendar'
import type { UnitId, UnitPath } from '@nguon/domain/platform'
import { type Following, following, type Platform } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { importYear } from './import-year.ts'
import { keeperOn } from './keeper-on.ts'
import { daysOf, landmarksOf } from './plan-year.ts'
import { readDays } from './read-days.ts'
import { writeYearTable } from './write-year-table.ts'
import { yearsAt } from './years-at.ts'

export interface Calendar {
  readonly routes: ReturnType<typeof calendarRoutes>
  /** Days of a province are lunar days or holidays of another kind now. */
  readonly calendarChanged: Following<{ unitId: UnitId }>
}

export function openCalendar({ db, clock }: Pick<Platform, 'db' | 'clock'>): Calendar {
  const calendarChanged = following<{ unitId: UnitId }>()
  return { calendarChanged, routes: calendarRoutes({ db, clock }, calendarChanged) }
}

function calendarRoutes({ db, clock }: Pick<Platform, 'db' | 'clock'>, calendarChanged: Calendar['calendarChanged']) {
  const os = implement(calendarContract).$context<RequestContext>().use(operationGuard)
  const readablePath = async (unitId: UnitId, context: RequestContext): Promise<UnitPath> => {
    const path = await readUnitPath(db, { clock }, unitId)
    requireRight(mayReadCalendar(actorOf(context), path))
    return path
  }
  return os.router({
    readDays: os.readDays.handler(async ({ input, context }) => ({
      days: await readDays(db, await readablePath(input.unitId, context), input.from, input.days),
    })),
    readYears: os.readYears.handler(async ({ input, context }) => {
      const path = await readablePath(input.unitId, context)
      const years = await yearsAt(db, path, null)
      const thisYear = Number(clock.today().slice(0, 4))
      const awaited = [thisYear, thisYear + 1, thisYear + 2]
      return {
        keeperId: (await keeperOn(db, { clock }, path)) ?? input.unitId,
        years: years.map(({ lunar, off, ...year }) => ({
          ...year,
          dayCount: lunar.length + off.flatMap(daysOf).length,
        })),
        missing: calendarKinds.flatMap(kind =>
          awaited
            .filter(year => !years.some(known => known.kind === kind && known.year === year))
            .map(year => ({ kind, year })),
        ),
      }
    }),
    readYear: os.readYear.handler(async ({ input, context }) => {
      const stored = await yearsAt(db, await readablePath(input.unitId, context), [input.year])
      const found = stored.find(({ kind }) => kind === input.kind)
      if (!found) throw new Refusal(platformRefusals.NOT_FOUND)
      const { version, source, lunar, off } = found
      return { version, source, table: writeYearTable(found), landmarks: landmarksOf(lunar, off) }
    }),
    importYear: os.importYear.handler(({ input, context }) => {
      const caller = { actor: actorOf(context), language: context.language, address: context.address }
      return importYear({ db, clock, calendarChanged }, caller, input)
    }),
  })
}
