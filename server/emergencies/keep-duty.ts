import { emergencyRefusals } from '@nguon/contract/emergencies'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type DutyTurn, mayKeepDuty } from '@nguon/domain/emergencies'
import { type AccountId, instant, type UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { findAccount } from '@nguon/server/identity'
import type { Clock, Database, Transaction } from '@nguon/server/platform'
import { readLivingUnitPath, readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { ableToConfirm } from './ask-emergency.ts'
import { rosterOf, saveRoster } from './duty-store.ts'
import type { Caller } from './emergency-parts.ts'

/** What is over for longer is not shown, and stays as it was. */
const shownMilliseconds = 86_400_000

/** The roster of a unit with names, and who may be put on it. */
export async function showDuty(db: Database, { clock }: { clock: Clock }, unitId: UnitId) {
  const unitPath = await readUnitPath(db, { clock }, unitId)
  const { version, turns } = await rosterOf(db, unitId, instant(clock.now() - shownMilliseconds))
  const able = await ableToConfirm(db, { clock }, unitPath)
  const people = await peopleOf(db, [...new Set([...able, ...turns.map(({ accountId }) => accountId)])])
  return {
    unitId,
    version,
    turns: turns.map(turn => ({ ...turn, name: people.get(turn.accountId)?.name ?? '' })),
    candidates: able.flatMap(accountId => people.get(accountId) ?? []),
  }
}

async function peopleOf(db: Database, accountIds: readonly AccountId[]) {
  const found = new Map<AccountId, { accountId: AccountId; name: string; position: string }>()
  for (const accountId of accountIds) {
    const account = await findAccount(db, accountId)
    if (account) found.set(accountId, { accountId, name: account.name, position: account.position })
  }
  return found
}

/** @throws FORBIDDEN, DUTY_ACCOUNT_UNKNOWN, STALE_VERSION */
export async function keepDuty(
  tx: Transaction,
  { clock }: { clock: Clock },
  { actor, address }: Caller,
  wanted: { readonly unitId: UnitId; readonly version: number; readonly turns: readonly DutyTurn[] },
): Promise<void> {
  const { unitId, version, turns } = wanted
  const unitPath = await readLivingUnitPath(tx, { clock }, unitId)
  requireRight(mayKeepDuty(actor, unitPath))
  const able = await ableToConfirm(tx, { clock }, unitPath)
  const strangers = [...new Set(turns.map(({ accountId }) => accountId))].filter(one => !able.includes(one))
  if (strangers.length > 0) {
    const people = await peopleOf(tx, strangers)
    const names = strangers.map(accountId => people.get(accountId)?.name ?? accountId)
    throw new Refusal(emergencyRefusals.DUTY_ACCOUNT_UNKNOWN, { field: 'turns', names })
  }
  const since = instant(clock.now() - shownMilliseconds)
  if (!(await saveRoster(tx, { unitId, version, turns }, since))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: (await rosterOf(tx, unitId, since)).version })
  }
  const details = { turns: turns.length }
  await writeAudit(tx, { clock }, { actor, address, action: 'emergencies.duty.keep', unitId, details })
}
