import type { AuditLine } from '@nguon/domain/audit'
import { type AccountId, type Actor, standsInFor, type UnitId } from '@nguon/domain/platform'
import { type Clock, newId, type Transaction } from '@nguon/server/platform'
import { insertLine } from './store.ts'

export interface Act {
  /** Null: the system itself. */
  readonly actor: (Pick<Actor, 'accountId' | 'name'> & Partial<Pick<Actor, 'grants' | 'askedRoles'>>) | null
  readonly action: string
  readonly unitId?: UnitId | null
  readonly subjectId?: string | null
  readonly details?: AuditLine['details']
  readonly address?: string | null
}

/** Whom a deputy acted for, so that the line tells it beside the name of who did. */
function onBehalfOf({ actor, unitId = null }: Act): { onBehalfOf?: readonly AccountId[] } {
  if (!actor?.grants || !actor.askedRoles) return {}
  const accounts = standsInFor({ grants: actor.grants }, actor.askedRoles, unitId)
  return accounts.length === 0 ? {} : { onBehalfOf: accounts }
}

/** Writes the line of an act in the transaction of the act itself: neither exists without the other. */
export async function writeAudit(tx: Transaction, { clock }: { clock: Clock }, act: Act): Promise<void> {
  const at = clock.now()
  await insertLine(tx, {
    id: newId(at),
    at,
    accountId: act.actor?.accountId ?? null,
    actorName: act.actor?.name ?? 'Hệ thống',
    action: act.action,
    unitId: act.unitId ?? null,
    subjectId: act.subjectId ?? null,
    details: { ...act.details, ...onBehalfOf(act) },
    address: act.address ?? null,
  })
}
