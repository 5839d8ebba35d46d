import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type DictionaryEntryId, readingRefusals } from '@nguon/contract/voice'
import type { Actor, UnitId } from '@nguon/domain/platform'
import { mayKeepDictionary } from '@nguon/domain/voice'
import { writeAudit } from '@nguon/server/audit'
import type { Caller } from '@nguon/server/bulletins'
import { type Clock, newId, type Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readUnitPath } from '@nguon/server/territory'
import { deleteEntry, type DictionaryEntry, holdEntry, insertEntry, updateEntry } from './dictionary-store.ts'

export type EntryWords = Pick<DictionaryEntry, 'written' | 'spoken' | 'matchCase'>

interface SeenEntry {
  readonly id: DictionaryEntryId
  readonly version: number
}

/** @throws NOT_FOUND, FORBIDDEN, ENTRY_EXISTS */
export async function addEntry(
  tx: Transaction,
  parts: { clock: Clock },
  caller: Caller,
  { unitId, ...words }: EntryWords & { unitId: UnitId },
): Promise<DictionaryEntry> {
  await requireKeeper(tx, parts, caller.actor, unitId)
  const changedAt = parts.clock.now()
  const entry: DictionaryEntry = {
    ...words,
    unitId,
    id: newId(changedAt),
    version: 1,
    changedAt,
    changedBy: caller.actor.name,
  }
  if (!(await insertEntry(tx, entry))) throw exists(words.written)
  await audit(tx, parts, caller, 'add', entry, { after: words })
  return entry
}

/** @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, ENTRY_EXISTS */
export async function changeEntry(
  tx: Transaction,
  parts: { clock: Clock },
  caller: Caller,
  { id, version, ...words }: SeenEntry & EntryWords,
): Promise<DictionaryEntry> {
  const before = await holdSeen(tx, parts, caller.actor, { id, version })
  const changedBy = caller.actor.name
  const entry = { ...before, ...words, version: version + 1, changedAt: parts.clock.now(), changedBy }
  if (!(await updateEntry(tx, entry))) throw exists(words.written)
  await audit(tx, parts, caller, 'change', entry, { before: wordsOf(before), after: words })
  return entry
}

/** @throws NOT_FOUND, FORBIDDEN, STALE_VERSION */
export async function removeEntry(
  tx: Transaction,
  parts: { clock: Clock },
  caller: Caller,
  seen: SeenEntry,
): Promise<void> {
  const before = await holdSeen(tx, parts, caller.actor, seen)
  await deleteEntry(tx, seen.id)
  await audit(tx, parts, caller, 'remove', before, { before: wordsOf(before) })
}

const wordsOf = ({ written, spoken, matchCase }: EntryWords): EntryWords => ({ written, spoken, matchCase })
const exists = (written: string) => new Refusal(readingRefusals.ENTRY_EXISTS, { field: 'written', written })

async function requireKeeper(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  unitId: UnitId,
): Promise<void> {
  requireRight(mayKeepDictionary(actor, await readUnitPath(tx, { clock }, unitId)))
}

async function holdSeen(
  tx: Transaction,
  parts: { clock: Clock },
  actor: Actor,
  { id, version }: SeenEntry,
): Promise<DictionaryEntry> {
  const entry = await holdEntry(tx, id)
  if (!entry) throw new Refusal(platformRefusals.NOT_FOUND)
  await requireKeeper(tx, parts, actor, entry.unitId)
  if (entry.version !== version) throw new Refusal(platformRefusals.STALE_VERSION, { current: entry.version })
  return entry
}

/** Former words stay in the trail: it is the history of the dictionary. */
function audit(
  tx: Transaction,
  { clock }: { clock: Clock },
  { actor, address }: Caller,
  verb: string,
  { id, unitId }: DictionaryEntry,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return writeAudit(
    tx,
    { clock },
    { actor, address, action: `voice.dictionary.${verb}`, unitId, subjectId: id, details },
  )
}
