import type { BulletinRow } from '@nguon/contract/bulletins'
import { mayReadBulletins, readingRoles, searchWords } from '@nguon/domain/bulletins'
import { type Actor, instant, type Role, type UnitId, type UnitPath } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { pageFrom, readCursor, requireRight } from '@nguon/server/web'
import { readUnitPath, unitsEverWithin } from '@nguon/server/territory'
import type { BulletinParts } from './bulletin-parts.ts'
import { type BulletinWish, type ListedRow, searchBulletins } from './search-store.ts'
import { bulletinOf } from './store.ts'

type Filters = Pick<BulletinWish, 'topicId' | 'state' | 'class' | 'kind' | 'from' | 'until' | 'sort' | 'limit'>

export interface ListWish extends Filters {
  readonly search: string
  readonly unitId: UnitId | null
  readonly onlyUnit: boolean
  readonly cursor: string | undefined
}

/** Bulletins this person may read, found by words, filtered, in pages. @throws FORBIDDEN for a unit that is not theirs */
export async function listBulletins(
  db: Database,
  parts: Pick<BulletinParts, 'clock'>,
  actor: Actor,
  { search, unitId, onlyUnit, cursor, ...filters }: ListWish,
): Promise<{ items: BulletinRow[]; nextCursor: string | null }> {
  const words = searchWords(search)
  const unitIds = await unitsOfList(db, parts, actor, { unitId, onlyUnit })
  const after = readCursor(cursor)
  const sort = filters.sort === 'best' && words.length === 0 ? 'newest' : filters.sort
  const rows = await searchBulletins(db, { ...filters, sort, words, unitIds, after })
  const page = pageFrom(rows, filters.limit, last => {
    if (sort === 'best') return [(Number(after?.[0] ?? 0) || 0) + filters.limit]
    return [sort === 'title' ? last.titleKey : last.updatedAt.getTime(), last.id]
  })
  return { ...page, items: page.items.map(rowOf) }
}

/** What waits for the decision of this person, longest first; not what they had a hand in. */
export async function listSubmitted(
  db: Database,
  parts: Pick<BulletinParts, 'clock'>,
  actor: Actor,
  { cursor, limit }: Pick<ListWish, 'cursor' | 'limit'>,
): Promise<{ items: BulletinRow[]; nextCursor: string | null }> {
  const unfiltered = { words: [], topicId: null, class: null, kind: null, from: null, until: null }
  const rows = await searchBulletins(db, {
    ...unfiltered,
    state: 'submitted',
    unitIds: await idsWithin(db, parts, pathsOf(actor, ['approver'])),
    notBy: actor.accountId,
    // A submitted bulletin was changed last when it was submitted.
    sort: 'oldest',
    after: readCursor(cursor),
    limit,
  })
  const page = pageFrom(rows, limit, last => [last.updatedAt.getTime(), last.id])
  return { ...page, items: page.items.map(rowOf) }
}

async function unitsOfList(
  db: Database,
  parts: Pick<BulletinParts, 'clock'>,
  actor: Actor,
  { unitId, onlyUnit }: Pick<ListWish, 'unitId' | 'onlyUnit'>,
): Promise<UnitId[]> {
  if (unitId === null) return idsWithin(db, parts, pathsOf(actor, readingRoles))
  const path = await readUnitPath(db, parts, unitId)
  requireRight(mayReadBulletins(actor, path))
  return onlyUnit ? [unitId] : idsWithin(db, parts, [path])
}

function pathsOf(actor: Actor, roles: readonly Role[]): UnitPath[] {
  return actor.grants.filter(grant => roles.includes(grant.role)).map(grant => grant.unitPath)
}

async function idsWithin(
  db: Database,
  { clock }: Pick<BulletinParts, 'clock'>,
  paths: readonly UnitPath[],
): Promise<UnitId[]> {
  if (paths.length === 0) return []
  return (await unitsEverWithin(db, clock.today(), paths)).map(({ unit }) => unit.unitId)
}

function rowOf(row: ListedRow): BulletinRow {
  const { writers: _writers, submittedBy: _submittedBy, ...bulletin } = bulletinOf(row)
  const { title, summary, kind, topicId, documentNumber, languages, writerName, validUntil } = row
  return {
    ...bulletin,
    title,
    summary,
    kind,
    class: row.class,
    topicId,
    documentNumber,
    languages,
    writerName,
    validUntil: validUntil === null ? null : instant(validUntil.getTime()),
  }
}
