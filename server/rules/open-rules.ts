import { rulesContract } from '@nguon/contract/rules'
import type { UnitId } from '@nguon/domain/platform'
import { mayReadRules } from '@nguon/domain/rules'
import type { Calendar } from '@nguon/server/calendar'
import { type Following, following, once, type Platform, transact } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { addQuietPlace, changeQuietPlace, removeQuietPlace } from './keep-quiet-places.ts'
import { readHistory } from './read-history.ts'
import { renewHolidays } from './renew-holidays.ts'
import { saveUnitRules } from './save-unit-rules.ts'
import { quietPlacesOfUnits, readRules, savedRulesOfUnits } from './store.ts'

export interface Rules {
  readonly routes: ReturnType<typeof rulesRoutes>
  /** What a unit and all below it may play is another now. */
  readonly rulesChanged: Following<{ unitId: UnitId }>
}

type Parts = Pick<Platform, 'db' | 'clock'>

export function openRules({ db, clock }: Parts, { calendarChanged }: Pick<Calendar, 'calendarChanged'>): Rules {
  const rulesChanged = following<{ unitId: UnitId }>()
  calendarChanged.follow(async (tx, { unitId }) => {
    for (const changed of await renewHolidays(tx, { clock }, unitId)) await rulesChanged.tell(tx, { unitId: changed })
  })
  return { rulesChanged, routes: rulesRoutes({ db, clock }, rulesChanged) }
}

function rulesRoutes({ db, clock }: Parts, changed: Following<{ unitId: UnitId }>) {
  const os = implement(rulesContract).$context<RequestContext>().use(operationGuard)
  const parts = { clock }
  return os.router({
    read: os.read.handler(async ({ input, context }) => {
      const path = await readUnitPath(db, parts, input.unitId)
      requireRight(mayReadRules(actorOf(context), path))
      const own = await readRules(db, input.unitId)
      const above = await savedRulesOfUnits(db, path.slice(0, -1))
      return {
        version: own?.version ?? 0,
        rules: own?.rules ?? null,
        above: path.flatMap(unitId => above.filter(rules => rules.unitId === unitId)),
        quietPlaces: await quietPlacesOfUnits(db, path),
      }
    }),
    save: os.save.handler(async ({ input, context }) => {
      const path = await readUnitPath(db, parts, input.unitId)
      return transact(db, async tx => {
        const rules = { ...input.rules, unitId: input.unitId }
        const draft = { rules, seen: input.version, restores: input.restores ?? null }
        const saved = await saveUnitRules(tx, parts, actorOf(context), path, draft)
        await changed.tell(tx, { unitId: input.unitId })
        return saved
      })
    }),
    history: os.history.handler(async ({ input, context }) => {
      requireRight(mayReadRules(actorOf(context), await readUnitPath(db, parts, input.unitId)))
      return readHistory(db, input)
    }),
    addQuietPlace: os.addQuietPlace.handler(async ({ input, context }) => {
      const { unitId, idempotencyKey: key, ...fields } = input
      const actor = actorOf(context)
      const repeatable = {
        accountId: actor.accountId,
        operation: 'rules.addQuietPlace',
        key,
        input: { unitId, fields },
      }
      return transact(db, tx =>
        once(tx, parts, repeatable, async () => {
          const place = await addQuietPlace(tx, parts, actor, unitId, fields)
          await changed.tell(tx, { unitId })
          return place
        }),
      )
    }),
    changeQuietPlace: os.changeQuietPlace.handler(({ input, context }) =>
      transact(db, async tx => {
        const place = await changeQuietPlace(tx, parts, actorOf(context), input)
        await changed.tell(tx, { unitId: place.unitId })
        return place
      }),
    ),
    removeQuietPlace: os.removeQuietPlace.handler(({ input, context }) =>
      transact(db, async tx => {
        const unitId = await removeQuietPlace(tx, parts, actorOf(context), input.quietPlaceId)
        await changed.tell(tx, { unitId })
        return { removed: true }
      }),
    ),
  })
}
