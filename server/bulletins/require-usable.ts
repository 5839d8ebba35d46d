import { bulletinRefusals } from '@nguon/contract/bulletins'
import { Refusal } from '@nguon/contract/platform'
import type { BulletinContent } from '@nguon/domain/bulletins'
import type { UnitPath } from '@nguon/domain/platform'
import type { Transaction } from '@nguon/server/platform'

/** Refuses content that could never go out as it stands. @throws BULLETIN_VALIDITY_REVERSED */
export async function requireUsable(_tx: Transaction, content: BulletinContent, _unitPath: UnitPath): Promise<void> {
  const { validFrom, validUntil } = content
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) {
    throw new Refusal(bulletinRefusals.BULLETIN_VALIDITY_REVERSED, { field: 'content.validUntil' })
  }
}
