import type { AuditLine, AuditLineId } from '@nguon/domain/audit'
import { type AccountId, type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql, type SqlBool } from 'kysely'

interface LineRow {
  id: AuditLineId
  at: Date
  accountId: AccountId | null
  actorName: string
  action: string
  unitId: UnitId | null
  subjectId: string | null
  details: Readonly<Record<string, unknown>>
  address: string | null
}

interface SealRow {
  seq: number
  lineId: AuditLineId
  seal: string
  sealedAt: Date
}

type AuditTables = {
  'audit.line': LineRow
  'audit.seal': SealRow
}

export interface SealedLine {
  readonly seq: number
  readonly seal: string
  readonly line: AuditLine
}

const sealerLock = 7_305_136

const lineOf = (row: LineRow): AuditLine => ({ ...row, at: instant(row.at.getTime()) })

export async function insertLine(tx: Transaction, line: AuditLine): Promise<void> {
  await tx
    .withTables<AuditTables>()
    .insertInto('audit.line')
    .values({ ...line, at: new Date(line.at), details: sql`${JSON.stringify(line.details)}::jsonb` as never })
    .execute()
}

/** Waits for any other sealer on this database, until the end of the transaction. */
export async function holdSealerLock(tx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sealerLock})`.execute(tx)
}

export async function lastSeal(db: Database): Promise<{ seq: number; seal: string } | null> {
  const row = await db
    .withTables<AuditTables>()
    .selectFrom('audit.seal')
    .select(['seq', 'seal'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { seq: row.seq, seal: row.seal } : null
}

/** The seal of a place in the chain; null when nothing stands there. */
export async function sealAt(db: Database, seq: number): Promise<string | null> {
  const row = await db
    .withTables<AuditTables>()
    .selectFrom('audit.seal')
    .select('seal')
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.seal ?? null
}

export async function unsealedLines(db: Database, limit: number): Promise<AuditLine[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.line')
    .selectAll('audit.line')
    .leftJoin('audit.seal', 'audit.seal.lineId', 'audit.line.id')
    .where('audit.seal.seq', 'is', null)
    .orderBy('audit.line.at')
    .orderBy('audit.line.id')
    .limit(limit)
    .execute()
  return rows.map(lineOf)
}

export async function insertSeals(
  tx: Transaction,
  seals: readonly { seq: number; lineId: AuditLineId; seal: string }[],
  sealedAt: Instant,
): Promise<void> {
  if (seals.length === 0) return
  await tx
    .withTables<AuditTables>()
    .insertInto('audit.seal')
    .values(seals.map(seal => ({ ...seal, sealedAt: new Date(sealedAt) })))
    .execute()
}

/** The chain from `afterSeq` on, in order. */
export async function sealedLines(db: Database, afterSeq: number, limit: number): Promise<SealedLine[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.seal')
    .innerJoin('audit.line', 'audit.line.id', 'audit.seal.lineId')
    .selectAll('audit.line')
    .select(['audit.seal.seq', 'audit.seal.seal'])
    .where('audit.seal.seq', '>', afterSeq)
    .orderBy('audit.seal.seq')
    .limit(limit)
    .execute()
  return rows.map(({ seq, seal, ...line }) => ({ seq, seal, line: lineOf(line) }))
}

export async function oldestUnsealedAt(db: Database): Promise<Instant | null> {
  const [line] = await unsealedLines(db, 1)
  return line?.at ?? null
}

/** Newest first, of the given units (null: of all), older than the cursor. */
export async function findLines(
  db: Database,
  wanted: {
    unitIds: readonly UnitId[] | null
    subjectId?: string | null | undefined
    /** Part of the name of who acted, with or without accents. */
    person?: string | undefined
    /** The first word of the acts. */
    module?: string | undefined
    from?: Instant | undefined
    until?: Instant | undefined
    /** Left out: whatever was done. */
    actions?: readonly string[]
    before: { at: Instant; id: string } | null
    limit: number
  },
): Promise<AuditLine[]> {
  let query = db.withTables<AuditTables>().selectFrom('audit.line').selectAll()
  if (wanted.unitIds) query = query.where('unitId', 'in', [...wanted.unitIds])
  if (wanted.subjectId) query = query.where('subjectId', '=', wanted.subjectId)
  if (wanted.actions) query = query.where('action', 'in', [...wanted.actions])
  if (wanted.person) {
    const part = wanted.person.replaceAll(/[\\%_]/g, String.raw`\$&`)
    query = query.where(sql<SqlBool>`unaccent(lower(actor_name)) LIKE '%' || unaccent(lower(${part})) || '%'`)
  }
  if (wanted.module) query = query.where(sql<SqlBool>`split_part(action, '.', 1) = ${wanted.module}`)
  if (wanted.from !== undefined) query = query.where('at', '>=', new Date(wanted.from))
  if (wanted.until !== undefined) query = query.where('at', '<', new Date(wanted.until))
  const { before } = wanted
  if (before) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'id'), '<', tuple(new Date(before.at), before.id as AuditLineId)),
    )
  }
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(wanted.limit).execute()
  return rows.map(lineOf)
}
