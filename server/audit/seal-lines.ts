import { createHash } from 'node:crypto'
import type { AuditLine } from '@nguon/domain/audit'
import { type Clock, type Database, transact } from '@nguon/server/platform'
import canonicalize from 'canonicalize'
import { holdSealerLock, insertSeals, lastSeal, unsealedLines } from './store.ts'

/** What the first line is chained to. */
export const firstSeal = '0'.repeat(64)

const batch = 500

/** SHA-256 over the seal before and the canonical JSON (RFC 8785) of the line. */
export function sealOf(previous: string, line: AuditLine): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalize(line)}`)
    .digest('hex')
}

/** Chains every line that has no seal yet, oldest first; one sealer at a time on a database. Gives how many. */
export async function sealLines(db: Database, { clock }: { clock: Clock }): Promise<number> {
  let sealed = 0
  for (let more = true; more; ) {
    more = await transact(db, async tx => {
      await holdSealerLock(tx)
      let { seq, seal } = (await lastSeal(tx)) ?? { seq: 0, seal: firstSeal }
      const lines = await unsealedLines(tx, batch)
      const seals = lines.map(line => {
        seq += 1
        seal = sealOf(seal, line)
        return { seq, lineId: line.id, seal }
      })
      await insertSeals(tx, seals, clock.now())
      sealed += seals.length
      return lines.length === batch
    })
  }
  return sealed
}
