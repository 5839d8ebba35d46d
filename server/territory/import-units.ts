import { type Language, Refusal, wordRefusal } from '@nguon/contract/platform'
import { type importUnitsInput, type importUnitsOutput, territoryRefusals, unitFaults } from '@nguon/contract/territory'
import type { Actor, UnitPath } from '@nguon/domain/platform'
import { displayName, type ImportFault, type ImportPlan, mayEditUnit, type RowOutcome } from '@nguon/domain/territory'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, type Database, transact } from '@nguon/server/platform'
import type { z } from 'zod'
import { readUnitFile } from './read-unit-file.ts'
import { planUnits, settleUnits } from './settle-units.ts'

const shownRows = 1000

export interface ImportCaller {
  /** Null: the system itself, at the first set-up and in the demo; it may do everything. */
  readonly actor: Actor | null
  readonly language: Language
  readonly address: string | null
}

/** Tries or carries out the import of a table of units: all of it in one transaction, or nothing. */
export async function importUnits(
  { db, clock }: { db: Database; clock: Clock },
  caller: ImportCaller,
  input: z.output<typeof importUnitsInput>,
): Promise<z.output<typeof importUnitsOutput>> {
  const { actor } = caller
  const file = readUnitFile(Buffer.from(input.file, 'base64'))
  const day = input.day ?? clock.today()
  const mayEdit = (path: UnitPath) => actor === null || mayEditUnit(actor, path)
  const changes = { rows: file.rows, day, legalAct: input.legalAct, mayEdit }
  const plan = input.dryRun
    ? await planUnits(db, { clock }, changes)
    : await transact(db, async tx => {
        const done = await settleUnits(tx, { clock }, changes, found => refuseImport(found, caller.language))
        const details = { day, rows: file.rows.length, ...countsOf(done), legalAct: input.legalAct }
        await writeAudit(tx, { clock }, { ...caller, action: 'territory.import', details })
        return done
      })
  return {
    committed: !input.dryRun,
    counts: countsOf(plan),
    rows: rowsOf(plan),
    faults: plan.faults.slice(0, shownRows).map(fault => faultOf(fault, caller.language)),
    faultCount: plan.faults.length,
    ignoredColumns: [...file.ignoredColumns],
  }
}

function countsOf({ rows }: ImportPlan): Record<RowOutcome, number> {
  const counts = { added: 0, renewed: 0, corrected: 0, unchanged: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

function rowsOf({ rows }: ImportPlan) {
  return rows
    .flatMap(({ line, outcome, version, previous }) => {
      if (outcome === 'unchanged') return []
      const title = displayName(version)
      const formerTitle = previous && displayName(previous) !== title ? displayName(previous) : null
      return [{ line, outcome, unitId: version.unitId, code: version.code, title, formerTitle }]
    })
    .slice(0, shownRows)
}

function faultOf({ line, column, code, value, tolerated }: ImportFault, language: Language) {
  return { line, column, code, tolerated, sentence: wordRefusal(unitFaults[code], { value }, language) }
}

function refuseImport({ faults }: ImportPlan, language: Language): never {
  const grave = faults.filter(fault => !fault.tolerated)
  const first = grave[0] ? faultOf(grave[0], language) : null
  throw new Refusal(territoryRefusals.IMPORT_HAS_FAULTS, {
    count: grave.length,
    line: first?.line ?? null,
    first: first?.sentence ?? '',
  })
}
