import { accountRefusals } from '@nguon/contract/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type DatedGrant, type GrantId, mayGrantRole, mayNameDeputy } from '@nguon/domain/identity'
import { type AccountId, type Instant, isWithin, type Role, type UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { newId, transact, type Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readLivingUnitPath, readUnitPath } from '@nguon/server/territory'
import { type AccountParts, type Acting } from './account-parts.ts'
import { endGrant, findAccount, findGrant, grantsNotEnded, holdAccount, insertGrant } from './store.ts'

/** A deputy stands in for a leave or an illness; longer than this the role is given to another. */
const longestDeputyDays = 90
const day = 86_400_000

export interface WantedGrant {
  readonly id: AccountId
  readonly role: Role
  readonly unitId: UnitId
  readonly validFrom?: Instant | undefined
  readonly validTo: Instant | null
}

async function addGrant(
  tx: Transaction,
  { clock }: Pick<AccountParts, 'clock'>,
  { actor, address }: Acting,
  wanted: WantedGrant & { deputyFor: AccountId | null; action: string },
): Promise<DatedGrant> {
  const now = clock.now()
  const { id: accountId, role, unitId, validTo, deputyFor } = wanted
  const validFrom = wanted.validFrom === undefined || wanted.validFrom < now ? now : wanted.validFrom
  if (validTo !== null && validTo <= validFrom) {
    throw new Refusal(accountRefusals.GRANT_TIMES_WRONG, { field: 'validTo' })
  }
  const others = await grantsNotEnded(tx, { accountIds: [accountId] }, now)
  const overlaps = ({ validFrom: from, validTo: to }: DatedGrant) =>
    (to === null || validFrom < to) && (validTo === null || from < validTo)
  const same = (grant: DatedGrant) =>
    grant.role === role && grant.unitId === unitId && grant.deputyFor === deputyFor && overlaps(grant)
  if (others.some(same)) throw new Refusal(accountRefusals.GRANT_EXISTS)
  const grant: DatedGrant = { id: newId(now), accountId, role, unitId, validFrom, validTo, deputyFor }
  await insertGrant(tx, grant, actor.accountId, now)
  const details = { accountId, role, validFrom, validTo, deputyFor }
  await writeAudit(tx, { clock }, { actor, action: wanted.action, unitId, subjectId: grant.id, details, address })
  return grant
}

/** Gives an account a role in a unit, for good or by dates. */
export async function grantRole(parts: AccountParts, by: Acting, wanted: WantedGrant): Promise<DatedGrant> {
  return transact(parts.db, async tx => {
    requireRight(mayGrantRole(by.actor, wanted.id, await readLivingUnitPath(tx, parts, wanted.unitId)))
    if (!(await holdAccount(tx, wanted.id))) throw new Refusal(platformRefusals.NOT_FOUND)
    return addGrant(tx, parts, by, { ...wanted, deputyFor: null, action: 'identity.grantRole' })
  })
}

/** Ends a role now; one's deputies for it end with it. */
export async function revokeRole(
  parts: AccountParts,
  by: Acting,
  { id, grantId }: { id: AccountId; grantId: GrantId },
): Promise<DatedGrant> {
  return transact(parts.db, async tx => {
    const grant = await findGrant(tx, grantId)
    if (!grant || grant.accountId !== id) throw new Refusal(platformRefusals.FORBIDDEN)
    requireRight(mayGrantRole(by.actor, id, await readUnitPath(tx, parts, grant.unitId)))
    return end(tx, parts, by, grant, 'identity.revokeRole')
  })
}

async function end(
  tx: Transaction,
  { clock }: Pick<AccountParts, 'clock'>,
  { actor, address }: Acting,
  grant: DatedGrant,
  action: string,
): Promise<DatedGrant> {
  const ended = await endGrant(tx, grant.id, clock.now())
  const details = { accountId: grant.accountId, role: grant.role, deputyFor: grant.deputyFor }
  await writeAudit(tx, { clock }, { actor, action, unitId: grant.unitId, subjectId: grant.id, details, address })
  return ended
}

/** Names who stands in for oneself, in one role and unit, between two instants. */
export async function nameDeputy(
  parts: AccountParts,
  by: Acting,
  wanted: { accountId: AccountId; role: Role; unitId: UnitId; validFrom: Instant; validTo: Instant },
): Promise<DatedGrant> {
  const { accountId, role, unitId, validFrom, validTo } = wanted
  return transact(parts.db, async tx => {
    const unitPath = await readLivingUnitPath(tx, parts, unitId)
    requireRight(mayNameDeputy(by.actor, role, unitPath))
    if (validTo - validFrom > longestDeputyDays * day) {
      throw new Refusal(accountRefusals.DEPUTY_TOO_LONG, { days: longestDeputyDays, field: 'validTo' })
    }
    const deputy = await holdAccount(tx, accountId)
    const home = deputy?.unitId ? await readUnitPath(tx, parts, deputy.unitId) : null
    const near = home !== null && (isWithin(home, unitPath) || isWithin(unitPath, home))
    if (!deputy || deputy.locked || !near || accountId === by.actor.accountId) {
      throw new Refusal(accountRefusals.DEPUTY_ELSEWHERE, { field: 'accountId' })
    }
    const grant = { id: accountId, role, unitId, validFrom, validTo, deputyFor: by.actor.accountId }
    return addGrant(tx, parts, by, { ...grant, action: 'identity.nameDeputy' })
  })
}

/** One's deputies, now and to come. */
export async function listDeputies(
  { db, clock }: AccountParts,
  { actor }: Pick<Acting, 'actor'>,
): Promise<(DatedGrant & { name: string })[]> {
  const grants = await grantsNotEnded(db, { deputyFor: actor.accountId }, clock.now())
  return Promise.all(
    grants.map(async grant => ({ ...grant, name: (await findAccount(db, grant.accountId))?.name ?? '' })),
  )
}

export async function dismissDeputy(parts: AccountParts, by: Acting, grantId: GrantId): Promise<void> {
  await transact(parts.db, async tx => {
    const grant = await findGrant(tx, grantId)
    if (!grant || grant.deputyFor !== by.actor.accountId) throw new Refusal(platformRefusals.NOT_FOUND)
    await end(tx, parts, by, grant, 'identity.dismissDeputy')
  })
}
