import { canonicalHash, documentTypes, sign } from '@nguon/contract/signing'
import { audiencesOf, composeLineup, guardFor, lineupSpan, rulesOf } from '@nguon/domain/lineups'
import { type AudienceId, type DeviceId, type UnitId } from '@nguon/domain/platform'
import type { SilentDays } from '@nguon/domain/rules'
import { horizonOf, indexTimetable, resolveReach } from '@nguon/domain/schedule'
import type { Keyring } from '@nguon/server/keys'
import { type Announcement, type Clock, type Database, newId, transact } from '@nguon/server/platform'
import { placeDevices, readTimetable, readUnitPaths } from '@nguon/server/schedule'
import { replacePlannedItems } from './planned-store.ts'
import {
  audiencesOfUnit,
  holdUnitLock,
  nextVersion,
  removeAudiences,
  saveAudience,
  savePlannedTree,
  type StoredAudience,
} from './store.ts'
import { treeDigest, treeOfUnit } from './tree-of-unit.ts'

const day = 86_400_000

/** A line-up that says the same is issued again once this old, so that its life never runs out. */
export const renewAfter = day

export interface PlanParts {
  readonly db: Database
  readonly clock: Clock
  readonly zone: string
  readonly keyring: Pick<Keyring, 'signingKey'>
  readonly lineupsIssued: Announcement<{ unitId: UnitId }>
}

/** A device and the line-up it should fetch from now on. */
export interface Pointer {
  readonly deviceId: DeviceId
  readonly audienceId: AudienceId
  readonly version: number
}

/**
 * Resolves what the devices of one unit play for the next 8 days, and signs and stores a line-up for each audience that
 * plays something else than before. Gives the devices that have something new to fetch.
 */
export async function planUnit(
  { db, clock, zone, keyring, lineupsIssued }: PlanParts,
  unitId: UnitId,
): Promise<Pointer[]> {
  // Keys are made in a transaction of their own, so they are asked for before this one.
  const key = await keyring.signingKey()
  return transact(db, async tx => {
    await holdUnitLock(tx, unitId)
    const issuedAt = clock.now()
    const paths = await readUnitPaths(tx, { clock })
    const { above, below } = treeOfUnit(paths, unitId)
    await savePlannedTree(tx, unitId, treeDigest(paths, unitId))
    const { timetable, media } = await readTimetable(tx, zone, [...new Set([...above, ...below])])
    const devices = (await placeDevices(tx, [unitId], paths)).toSorted((first, second) =>
      first.id < second.id ? -1 : 1,
    )
    const span = lineupSpan(issuedAt)
    const horizon = horizonOf(indexTimetable(timetable), span)
    const known = await audiencesOfUnit(tx, unitId)
    const kept = new Set<AudienceId>()
    const pointers: Pointer[] = []
    for (const { deviceIds, reach } of audiencesOf(devices, horizon)) {
      const before = audienceLike(known, deviceIds, kept)
      const audienceId = before?.id ?? newId<'audience'>(issuedAt)
      kept.add(audienceId)
      const resolved = resolveReach(horizon, reach)
      const guard = guardFor(horizon, reach, span)
      const draft = composeLineup({ audienceId, unitId, resolved, guard, media, version: 0, issuedAt }).lineup
      const silentDays = rulesOf(horizon, reach, span).silentDays.map(({ value }) => value)
      const contentSha256 = await contentHashOf(draft, silentDays)
      const sameDevices = before !== null && before.deviceIds.join() === deviceIds.join()
      const fresh = before !== null && issuedAt - before.issuedAt < renewAfter && before.kid === key.kid
      if (sameDevices && fresh && before.contentSha256 === contentSha256) continue
      const version = await nextVersion(tx, issuedAt)
      const lineup = { ...draft, version }
      const jws = await sign(documentTypes.lineup, lineup, key)
      const { validUntil } = lineup
      const audience = {
        id: audienceId,
        unitId,
        version,
        issuedAt,
        validUntil,
        contentSha256,
        kid: key.kid,
        jws,
        deviceIds,
      }
      await saveAudience(tx, audience)
      await replacePlannedItems(tx, audience, lineup.items, issuedAt)
      pointers.push(...deviceIds.map(deviceId => ({ deviceId, audienceId, version })))
    }
    const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    await removeAudiences(tx, gone, issuedAt)
    if (pointers.length > 0) await lineupsIssued.announce(tx, { unitId })
    return pointers
  })
}

/**
 * What a device would notice. Spans that move with the clock alone are no change: the day's renewal carries them. Silent days
 * are therefore compared as they are ruled, not as they fall into these eight days.
 */
function contentHashOf(
  { items, media, guard }: ReturnType<typeof composeLineup>['lineup'],
  silentDays: readonly SilentDays[],
): Promise<string> {
  const { quietHours, broadcastWindows, quietSpans, maximumVolumeByHour } = guard
  return canonicalHash({ items, media, quietHours, broadcastWindows, quietSpans, maximumVolumeByHour, silentDays })
}

/** The audience these devices were, or mostly were, before; each is taken once. */
function audienceLike(
  known: readonly StoredAudience[],
  deviceIds: readonly DeviceId[],
  taken: ReadonlySet<AudienceId>,
): StoredAudience | null {
  let best: StoredAudience | null = null
  let shared = 0
  for (const audience of known) {
    if (taken.has(audience.id)) continue
    const common = audience.deviceIds.filter(id => deviceIds.includes(id)).length
    if (common > shared) {
      best = audience
      shared = common
    }
  }
  return best
}
