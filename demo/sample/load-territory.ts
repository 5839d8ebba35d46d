import { readFile } from 'node:fs/promises'
import type { Day, UnitId } from '@nguon/domain/platform'
import type { Clock, Database } from '@nguon/server/platform'
import { importUnits, unitsWithin } from '@nguon/server/territory'

const files = ['dak-lak.csv', 'binh-phuoc-2023.csv']

/** Imports the sample provinces into a territory without units, as the system itself. Gives the id of each unit by its code. */
export async function loadSampleTerritory(
  db: Database,
  { clock }: { clock: Clock },
): Promise<ReadonlyMap<string, UnitId>> {
  const isEmpty = (await unitsWithin(db, clock.today(), null)).length === 0
  for (const name of isEmpty ? files : []) {
    const file = (await readFile(new URL(name, import.meta.url))).toString('base64')
    const system = { actor: null, language: 'vi', address: null } as const
    await importUnits({ db, clock }, system, { file, day: '2026-01-01' as Day, legalAct: null, dryRun: false })
  }
  const units = await unitsWithin(db, clock.today(), null)
  return new Map(units.map(({ unit }) => [unit.code, unit.unitId]))
}
