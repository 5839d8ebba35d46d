import type { Database } from '@nguon/server/platform'
import { type Anchor, holdsAnchor } from './anchor.ts'
import { firstSeal, sealOf } from './seal-lines.ts'
import { sealedLines } from './store.ts'

export interface AuditVerdict {
  /** How many lines from the first on are proven. */
  readonly lines: number
  /**
   * `altered`: the first line whose seal does not follow from the one before. `gap`: a line before this one is missing.
   * `cut`: the newest lines up to this number, which the anchor has seen, are missing. `replaced`: the chain follows, but it is
   * not the one the anchor has seen at this number.
   */
  readonly broken: {
    readonly seq: number
    readonly lineId: string | null
    readonly reason: 'altered' | 'gap' | 'cut' | 'replaced'
  } | null
}

/** Computes the whole chain anew, from the first line on, and compares it with the anchor kept outside of the database. */
export async function verifyAudit(db: Database, anchor: Anchor | null = null): Promise<AuditVerdict> {
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
    if (chain.length < 1000) break
  }
  if (!anchor || (await holdsAnchor(db, anchor))) return { lines: seq, broken: null }
  return { lines: seq, broken: { seq: anchor.seq, lineId: null, reason: anchor.seq > seq ? 'cut' : 'replaced' } }
}
