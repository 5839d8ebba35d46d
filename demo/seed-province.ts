import type { AccountId, UnitId } from '@nguon/domain/platform'
import type { Server } from '@nguon/server'
import { findAccountNamed } from '@nguon/server/identity'
import { type Platform, transact } from '@nguon/server/platform'
import { type SampleAccount, sampleAccounts } from './sample/accounts.ts'
import { loadSampleTerritory } from './sample/load-territory.ts'

export interface SamplePerson extends SampleAccount {
  readonly accountId: AccountId
}

export interface Province {
  readonly units: ReadonlyMap<string, UnitId>
  readonly people: readonly SamplePerson[]
}

/** Fills an empty instance with the sample provinces and their staff; what is there already stays as it is. */
export async function seedProvince(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { identity }: Pick<Server, 'identity'>,
): Promise<Province> {
  const units = await loadSampleTerritory(db, { clock })
  const people: SamplePerson[] = []
  for (const sample of sampleAccounts) {
    const known = await findAccountNamed(db, sample.username)
    const unitId = units.get(sample.roles[0]?.unitCode ?? '')
    if (!unitId) throw new Error(`the sample account ${sample.username} has no unit`)
    const account =
      known ??
      (await transact(db, tx =>
        identity.addAccount(tx, {
          unitId,
          userName: sample.username,
          name: sample.fullName,
          position: sample.position,
          phone: null,
          roles: sample.roles.map(({ role }) => role),
        }),
      ))
    people.push({ ...sample, accountId: account.id })
  }
  return { units, people }
}
