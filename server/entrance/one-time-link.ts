import { createHash, randomBytes } from 'node:crypto'
import { sessionRefusals } from '@nguon/contract/identity'
import { Refusal } from '@nguon/contract/platform'
import { type AccountId, type Instant, instant } from '@nguon/domain/platform'
import type { Clock, Database, Transaction } from '@nguon/server/platform'
import { findLink, insertLink, takeLink, withdrawLinks } from './sign-in-store.ts'
import type { LinkKind } from './tables.ts'

const minute = 60_000

/** Where a link leads and how long it is good. */
const kinds: Readonly<Record<LinkKind, { readonly path: string; readonly milliseconds: number }>> = {
  setUp: { path: '/lam-viec/thiet-lap', milliseconds: 24 * 60 * minute },
  invitation: { path: '/lam-viec/dat-mat-khau', milliseconds: 7 * 24 * 60 * minute },
  signIn: { path: '/api/auth/link', milliseconds: 10 * minute },
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Makes a link that opens once; what of its kind was open before is withdrawn. Only its hash is kept. */
export async function makeLink(
  tx: Transaction,
  { clock }: { clock: Clock },
  kind: LinkKind,
  accountId: AccountId | null,
): Promise<{ path: string; expiresAt: Instant }> {
  const token = randomBytes(32).toString('base64url')
  const now = clock.now()
  const expiresAt = instant(now + kinds[kind].milliseconds)
  await withdrawLinks(tx, kind, accountId)
  await insertLink(tx, { tokenSha256: hashOf(token), kind, accountId, createdAt: now, expiresAt })
  return { path: `${kinds[kind].path}?ma=${token}`, expiresAt }
}

/** The account a good link is for (none: the set-up); the link stays open. */
export async function readLink(
  db: Database,
  { clock }: { clock: Clock },
  kind: LinkKind,
  token: string,
): Promise<AccountId | null> {
  const link = await findLink(db, kind, hashOf(token), clock.now())
  if (!link) throw new Refusal(sessionRefusals.LINK_NOT_USABLE)
  return link.accountId
}

/** The same, and uses it up. */
export async function useLink(
  tx: Transaction,
  { clock }: { clock: Clock },
  kind: LinkKind,
  token: string,
): Promise<AccountId | null> {
  const link = await takeLink(tx, kind, hashOf(token), clock.now())
  if (!link) throw new Refusal(sessionRefusals.LINK_NOT_USABLE)
  return link.accountId
}
