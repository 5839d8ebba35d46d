import { territoryContract, unitFileBodyLimit } from '@nguon/contract/territory'
import type { Platform } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { addUnit } from './add-unit.ts'
import { correctUnit } from './correct-unit.ts'
import { endUnit, type UnitUse } from './end-unit.ts'
import { exportUnits } from './export-units.ts'
import { findUnits } from './find-units.ts'
import { importUnits } from './import-units.ts'
import { moveUnit } from './move-unit.ts'
import { readTree } from './read-tree.ts'
import { readUnit } from './read-unit.ts'
import { renameUnit } from './rename-unit.ts'

/**
 * The operations of the territory, the list to which modules above add what stands in a unit, and the one body that is
 * larger than others may be.
 */
export function openTerritory({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  const os = implement(territoryContract).$context<RequestContext>().use(operationGuard)
  const uses: UnitUse[] = []
  const caller = (context: RequestContext) => ({ actor: actorOf(context), address: context.address })

  const router = os.router({
    readTree: os.readTree.handler(({ input, context }) =>
      readTree(db, { actor: actorOf(context), day: input.day ?? clock.today() }),
    ),
    findUnits: os.findUnits.handler(({ input: { text, level = null, day = clock.today(), limit }, context }) =>
      findUnits(db, { actor: actorOf(context), text, level, day, limit }),
    ),
    readUnit: os.readUnit.handler(({ input: { unitId, day = clock.today() }, context }) =>
      readUnit(db, { actor: actorOf(context), unitId, day }),
    ),
    addUnit: os.addUnit.handler(
      ({ input: { validFrom: day = clock.today(), idempotencyKey: key, ...unit }, context }) =>
        addUnit({ db, clock }, { ...caller(context), key, day, unit }),
    ),
    renameUnit: os.renameUnit.handler(({ input: rename, context }) =>
      renameUnit({ db, clock }, { ...caller(context), rename }),
    ),
    correctUnit: os.correctUnit.handler(({ input: { households, place, ...correction }, context }) =>
      correctUnit({ db, clock }, { ...caller(context), correction: { ...correction, households, place } }),
    ),
    moveUnit: os.moveUnit.handler(({ input: move, context }) => moveUnit({ db, clock }, { ...caller(context), move })),
    endUnit: os.endUnit.handler(({ input: end, context }) => endUnit({ db, clock, uses }, { ...caller(context), end })),
    importUnits: os.importUnits.handler(({ input, context }) =>
      importUnits({ db, clock }, { ...caller(context), language: context.language }, input),
    ),
    exportUnits: os.exportUnits.handler(({ input: { unitId, day = clock.today() }, context }) =>
      exportUnits(db, { actor: actorOf(context), unitId, day }),
    ),
  })
  return { router, uses, bodyLimits: { '/territory/import': unitFileBodyLimit } }
}
