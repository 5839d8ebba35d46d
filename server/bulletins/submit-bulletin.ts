import { bulletinRefusals } from '@nguon/contract/bulletins'
import { Refusal } from '@nguon/contract/platform'
import { bulletinLanguages, isSpoken } from '@nguon/domain/bulletins'
import type { BulletinId } from '@nguon/domain/platform'
import type { Transaction } from '@nguon/server/platform'
import type { BulletinParts, Caller } from './bulletin-parts.ts'
import { moveBulletin } from './move-bulletin.ts'

/**
 * Hands the bulletin to those who approve. What it needs to sound is started by the voice, which also refuses words
 * that nobody has decided on.
 * @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, BULLETIN_STATE_FORBIDS, BULLETIN_EMPTY, BULLETIN_VALIDITY_OVER,
 * READING_UNDECIDED, LANGUAGE_NEEDS_RECORDING, RECORDING_MISSING
 */
export async function submitBulletin(
  tx: Transaction,
  parts: BulletinParts,
  caller: Caller,
  seen: { id: BulletinId; version: number },
): Promise<void> {
  const { version } = await moveBulletin(tx, parts, caller, { ...seen, act: 'submit' })
  const { kind, texts, validUntil } = version.content
  const empty = isSpoken(kind) ? texts.find(text => text.body === '' && text.recordingSha256 === null) : undefined
  if (empty) {
    throw new Refusal(bulletinRefusals.BULLETIN_EMPTY, {
      field: `content.texts.${texts.indexOf(empty)}.body`,
      language: bulletinLanguages[empty.language],
    })
  }
  if (validUntil !== null && validUntil <= parts.clock.now()) {
    throw new Refusal(bulletinRefusals.BULLETIN_VALIDITY_OVER, { field: 'content.validUntil' })
  }
}
