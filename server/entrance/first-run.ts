import { type AccountParts, addAccount, hasAccounts } from '@nguon/server/identity'
import { sessionRefusals } from '@nguon/contract/identity'
import { Refusal } from '@nguon/contract/platform'
import type { UnitId } from '@nguon/domain/platform'
import { transact } from '@nguon/server/platform'
import { importUnits, unitsWithin } from '@nguon/server/territory'
import { type Caller, passCookies } from './cookies.ts'
import { makeLink, readLink, useLink } from './one-time-link.ts'
import { hashGoodPassword, setPassword } from './set-password.ts'
import { openByPassword, type SignInParts, type SignInState } from './sign-in.ts'

/** A link to make the first administrator with, as long as there is no account; null afterwards. */
export async function setUpLink({ db, clock }: Pick<AccountParts, 'db' | 'clock'>): Promise<string | null> {
  return transact(db, async tx => {
    if (await hasAccounts(tx)) return null
    const { path } = await makeLink(tx, { clock }, 'setUp', null)
    return path
  })
}

export interface NewAdministrator {
  readonly token: string
  readonly userName: string
  readonly name: string
  readonly position: string
  readonly password: string
  readonly rootUnit?: { readonly code: string; readonly name: string } | undefined
}

/** The root of the territory; made of what was given when there are no units yet. */
async function settleRoot(parts: AccountParts, { rootUnit }: NewAdministrator): Promise<UnitId> {
  const { db, clock } = parts
  const find = async () => {
    const units = await unitsWithin(db, clock.today(), null)
    return units.find(({ path }) => path.length === 1)?.unit.unitId
  }
  const root = await find()
  if (root) return root
  if (!rootUnit) throw new Refusal(sessionRefusals.NO_UNIT_YET, { field: 'rootUnit' })
  const table = `Mã;Tên\n${rootUnit.code};"${rootUnit.name.replaceAll('"', '""')}"\n`
  const file = Buffer.from(table).toString('base64')
  const system = { actor: null, language: 'vi', address: null } as const
  await importUnits({ db, clock }, system, { file, legalAct: null, dryRun: false })
  const made = await find()
  if (!made) throw new Error('the root unit was imported and is not there')
  return made
}

/** Makes the first administrator: of the root of the territory. */
export async function setUp(
  parts: AccountParts & SignInParts,
  caller: Caller,
  input: NewAdministrator,
): Promise<SignInState> {
  const { db } = parts
  const { token, password, userName, name, position } = input
  await readLink(db, parts, 'setUp', token)
  const hash = await hashGoodPassword(password, userName, 'password')
  if (await hasAccounts(db)) throw new Refusal(sessionRefusals.LINK_NOT_USABLE)
  const unitId = await settleRoot(parts, input)
  const { state, headers } = await transact(db, async tx => {
    await useLink(tx, parts, 'setUp', token)
    if (await hasAccounts(tx)) throw new Refusal(sessionRefusals.LINK_NOT_USABLE)
    const given = { userName, name, position, phone: null, unitId, roles: ['administrator'] as const }
    const account = await addAccount(tx, parts, { actor: null, address: caller.address }, given)
    await setPassword(tx, parts, account, hash)
    return openByPassword(tx, parts, caller, { account, hash, password })
  })
  passCookies(headers, caller)
  return state
}
