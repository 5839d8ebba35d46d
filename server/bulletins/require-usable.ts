import { bulletinRefusals } from '@nguon/contract/bulletins'
import { Refusal } from '@nguon/contract/platform'
import type { BulletinContent } from '@nguon/domain/bulletins'
import type { UnitPath } from '@nguon/domain/platform'
import { findReadyItem } from '@nguon/server/media'
import type { Transaction } from '@nguon/server/platform'

/**
 * Refuses content that could never go out as it stands. Attachments come from the library of the unit or of one above.
 * @throws BULLETIN_VALIDITY_REVERSED, BULLETIN_MEDIA_MISSING
 */
export async function requireUsable(tx: Transaction, content: BulletinContent, unitPath: UnitPath): Promise<void> {
  const { validFrom, validUntil, attachments } = content
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) {
    throw new Refusal(bulletinRefusals.BULLETIN_VALIDITY_REVERSED, { field: 'content.validUntil' })
  }
  for (const [place, { mediaSha256, kind, title }] of attachments.entries()) {
    const item = await findReadyItem(tx, { sha256: mediaSha256, unitIds: unitPath })
    if (item?.kind !== kind) {
      const field = `content.attachments.${place}.mediaSha256`
      throw new Refusal(bulletinRefusals.BULLETIN_MEDIA_MISSING, { field, title: title || mediaSha256.slice(0, 8) })
    }
  }
}
