import type { Approval, ApprovalId, ApprovalLimits, PaperSheet, Sounding } from '@nguon/domain/approval'
import type { BulletinClass } from '@nguon/domain/bulletins'
import {
  type AccountId,
  type BulletinId,
  type ContentHash,
  type Instant,
  instant,
  type UnitId,
} from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

/** What was heard in one language when it was decided. */
export interface HeardSounding extends Sounding {
  readonly bytes: number
  readonly seconds: number
}

/** What the bulletin was when it was decided on. */
export interface Subject {
  readonly title: string
  readonly unitId: UnitId
  readonly class: BulletinClass
  /** In the order in which they are played. */
  readonly soundings: readonly HeardSounding[]
}

interface DecisionRow {
  id: ApprovalId
  bulletinId: BulletinId
  version: number
  unitId: UnitId
  decision: Approval['decision']
  decidedBy: AccountId
  deciderName: string
  decidedAt: Date
  reason: string | null
  contentHash: ContentHash | null
  limits: ApprovalLimits | null
  paper: PaperSheet | null
  title: string
  class: BulletinClass
  soundings: readonly HeardSounding[]
  endedAt: Date | null
  endedBy: Approval['endedBy']
}

const tables = (db: Database) => db.withTables<{ 'approval.decision': DecisionRow }>()

const approvalColumns = [
  'id',
  'bulletinId',
  'version',
  'decision',
  'decidedBy',
  'deciderName',
  'decidedAt',
  'reason',
  'contentHash',
  'limits',
  'paper',
  'endedAt',
  'endedBy',
] as const

function approvalOf({ decidedAt, endedAt, ...row }: Pick<DecisionRow, (typeof approvalColumns)[number]>): Approval {
  return {
    ...row,
    decidedAt: instant(decidedAt.getTime()),
    endedAt: endedAt === null ? null : instant(endedAt.getTime()),
  }
}

const json = <T>(value: T) => sql<T>`${value === null ? null : JSON.stringify(value)}::jsonb`

export async function insertDecision(tx: Transaction, approval: Approval, subject: Subject): Promise<void> {
  const { decidedAt, endedAt, limits, paper, ...rest } = approval
  await tables(tx)
    .insertInto('approval.decision')
    .values({
      ...rest,
      decidedAt: new Date(decidedAt),
      endedAt: endedAt === null ? null : new Date(endedAt),
      limits: json(limits),
      paper: json(paper),
      title: subject.title,
      unitId: subject.unitId,
      class: subject.class,
      soundings: json(subject.soundings),
    })
    .execute()
}

/** Newest first. */
export async function decisionsOf(db: Database, bulletinId: BulletinId, limit: number): Promise<Approval[]> {
  const rows = await tables(db)
    .selectFrom('approval.decision')
    .select([...approvalColumns])
    .where('bulletinId', '=', bulletinId)
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(approvalOf)
}

/** Decisions about bulletins of the units, newest first, from behind the one of the cursor; only those on paper if so wished. */
export async function decisionsIn(
  db: Database,
  wanted: {
    unitIds: readonly UnitId[]
    onPaper: boolean
    before: { at: Instant; id: string } | null
    limit: number
  },
): Promise<(Approval & { title: string; unitId: UnitId })[]> {
  let query = tables(db)
    .selectFrom('approval.decision')
    .select([...approvalColumns, 'title', 'unitId'])
    .where(sql<boolean>`unit_id = ANY (${[...wanted.unitIds]}::text[])`)
  if (wanted.onPaper) query = query.where('paper', 'is not', null)
  const { before } = wanted
  if (before) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('decidedAt', 'id'), '<', tuple(new Date(before.at), before.id as ApprovalId)),
    )
  }
  const rows = await query.orderBy('decidedAt', 'desc').orderBy('id', 'desc').limit(wanted.limit).execute()
  return rows.map(({ title, unitId, ...row }) => ({ ...approvalOf(row), title, unitId }))
}

/** How many decisions of each way were taken about bulletins of the units since an instant. */
export async function countDecisions(
  db: Database,
  { unitIds, since }: { unitIds: readonly UnitId[]; since: Instant },
): Promise<{ approved: number; onPaper: number; returned: number }> {
  return tables(db)
    .selectFrom('approval.decision')
    .select([
      sql<number>`count(*) FILTER (WHERE decision = 'approved')::int`.as('approved'),
      sql<number>`count(*) FILTER (WHERE paper IS NOT NULL)::int`.as('onPaper'),
      sql<number>`count(*) FILTER (WHERE decision = 'returned')::int`.as('returned'),
    ])
    .where(sql<boolean>`unit_id = ANY (${[...unitIds]}::text[])`)
    .where('decidedAt', '>=', new Date(since))
    .executeTakeFirstOrThrow()
}

/** The version that was approved last, whether the approval still holds or not. */
export async function lastApprovedVersion(db: Database, bulletinId: BulletinId): Promise<number | null> {
  const row = await tables(db)
    .selectFrom('approval.decision')
    .select('version')
    .where('bulletinId', '=', bulletinId)
    .where('decision', '=', 'approved')
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? null
}

export interface ApprovalInForce extends Approval, Omit<Subject, 'unitId'> {
  readonly contentHash: ContentHash
  readonly limits: ApprovalLimits
}

/** Approvals that nothing has ended, one a bulletin at most. */
export async function approvalsInForce(db: Database, bulletinIds: readonly BulletinId[]): Promise<ApprovalInForce[]> {
  const rows = await tables(db)
    .selectFrom('approval.decision')
    .select([...approvalColumns, 'title', 'class', 'soundings'])
    .where(sql<boolean>`bulletin_id = ANY (${[...bulletinIds]}::text[])`)
    .where('decision', '=', 'approved')
    .where('endedAt', 'is', null)
    .execute()
  return rows.flatMap(row => {
    const { contentHash, limits } = row
    if (contentHash === null || limits === null) return []
    return [{ ...approvalOf(row), title: row.title, class: row.class, soundings: row.soundings, contentHash, limits }]
  })
}

/** Ends the approval in force, if there is one. */
export async function endApproval(
  tx: Transaction,
  bulletinId: BulletinId,
  { endedAt, endedBy }: { endedAt: Instant; endedBy: NonNullable<Approval['endedBy']> },
): Promise<void> {
  await tables(tx)
    .updateTable('approval.decision')
    .set({ endedAt: new Date(endedAt), endedBy })
    .where('bulletinId', '=', bulletinId)
    .where('decision', '=', 'approved')
    .where('endedAt', 'is', null)
    .execute()
}
