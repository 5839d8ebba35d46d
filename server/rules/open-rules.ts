import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { rulesContract } from '@nguon/contract/rules'
import { holds, type UnitId } from '@nguon/domain/platform'
import { mayReadRules } from '@nguon/domain/rules'
import { writeAudit } from '@nguon/server/audit'
import { type Following, following, newId, type Platform, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { readUnitPath } from '@nguon/server/territory'
import { implement } from '@orpc/server'
import { saveUnitRules } from './save-unit-rules.ts'
import {
  deleteQuietPlace,
  insertQuietPlace,
  quietPlacesOfUnits,
  readRules,
  rulesOfUnits,
  unitOfQuietPlace,
} from './store.ts'

export interface Rules {
  readonly routes: ReturnType<typeof rulesRoutes>
  /** What a unit and all below it may play is another now. */
  readonly rulesChanged: Following<{ unitId: UnitId }>
}

export function openRules({ db, clock }: Pick<Platform, 'db' | 'clock'>): Rules {
  const rulesChanged = following<{ unitId: UnitId }>()
  return { rulesChanged, routes: rulesRoutes({ db, clock }, rulesChanged) }
}

function rulesRoutes({ db, clock }: Pick<Platform, 'db' | 'clock'>, changed: Following<{ unitId: UnitId }>) {
  const os = implement(rulesContract).$context<RequestContext>().use(operationGuard)
  const keepers = ['approver', 'administrator', 'operator'] as const
  return os.router({
    read: os.read.handler(async ({ input, context }) => {
      const path = await readUnitPath(db, { clock }, input.unitId)
      requireRight(mayReadRules(actorOf(context), path))
      const own = await readRules(db, input.unitId)
      const above = await rulesOfUnits(db, path.slice(0, -1))
      return {
        version: own?.version ?? 0,
        rules: own?.rules ?? null,
        above: path.flatMap(unitId => above.filter(rules => rules.unitId === unitId)),
        quietPlaces: await quietPlacesOfUnits(db, path),
      }
    }),
    save: os.save.handler(async ({ input, context }) => {
      const path = await readUnitPath(db, { clock }, input.unitId)
      return transact(db, async tx => {
        const rules = { ...input.rules, unitId: input.unitId }
        const saved = await saveUnitRules(tx, { clock }, actorOf(context), path, input.version, rules)
        await changed.tell(tx, { unitId: input.unitId })
        return saved
      })
    }),
    addQuietPlace: os.addQuietPlace.handler(async ({ input, context }) => {
      const { unitId, ...fields } = input
      const actor = actorOf(context)
      requireRight(holds(actor, keepers, await readUnitPath(db, { clock }, unitId)))
      const place = { ...fields, id: newId<'quiet-place'>(clock.now()) }
      await transact(db, async tx => {
        await insertQuietPlace(tx, unitId, place, clock.now())
        await writeAudit(
          tx,
          { clock },
          { actor, action: 'rules.addQuietPlace', unitId, subjectId: place.id, details: { place } },
        )
        await changed.tell(tx, { unitId })
      })
      return place
    }),
    removeQuietPlace: os.removeQuietPlace.handler(async ({ input, context }) => {
      const unitId = await unitOfQuietPlace(db, input.quietPlaceId)
      if (!unitId) throw new Refusal(platformRefusals.NOT_FOUND)
      const actor = actorOf(context)
      requireRight(holds(actor, keepers, await readUnitPath(db, { clock }, unitId)))
      await transact(db, async tx => {
        await deleteQuietPlace(tx, input.quietPlaceId)
        await writeAudit(
          tx,
          { clock },
          { actor, action: 'rules.removeQuietPlace', unitId, subjectId: input.quietPlaceId },
        )
        await changed.tell(tx, { unitId })
      })
      return { removed: true }
    }),
  })
}
