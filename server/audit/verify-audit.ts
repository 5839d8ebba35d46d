import type { Database } from '@nguon/server/platform'
import { firstSeal, sealOf } from './seal-lines.ts'
import { sealedLines } from './store.ts'

export interface AuditVerdict {
  readonly lines: number
  /** The first line whose seal does not follow from the one before, or the first gap in the numbering. */
  readonly broken: { readonly seq: number; readonly lineId: string; readonly reason: 'altered' | 'gap' } | null
}

/** Computes the whole chain anew, from the first line on. */
export async function verifyAudit(db: Database): Promise<AuditVerdict> {
  let seq = 0
  let seal = firstSeal
  for (;;) {
    const chain = await sealedLines(db, seq, 1000)
    for (const link of chain) {
      if (link.seq !== seq + 1) return { lines: seq, broken: { seq: seq + 1, lineId: link.line.id, reason: 'gap' } }
      if (sealOf(seal, link.line) !== link.seal) {
        return { lines: seq, broken: { seq: link.seq, lineId: link.line.id, reason: 'altered' } }
      }
      seq = link.seq
      seal = link.seal
    }
    if (chain.length < 1000) return { lines: seq, broken: null }
  }
}
