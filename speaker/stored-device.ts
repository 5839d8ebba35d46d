import { assignmentSchema } from '@nguon/contract/assignments'
import type { ClaimResponse } from '@nguon/contract/claims'
import type { KeySet } from '@nguon/contract/keys'
import { emergencyDocumentSchema } from '@nguon/contract/emergencies'
import { deliveryStates } from '@nguon/domain/emergencies'
import type { Instant } from '@nguon/domain/platform'
import type { CutPlayback, HeldEmergency, LineupMark, PlayerFacts } from '@nguon/domain/player'
import { z } from 'zod'
import type { AiringLog } from './store/airing-log.ts'
import type { MediaStore } from './store/media-store.ts'
import type { Store } from './store/store.ts'
import { readKeySet } from './sync/key-set.ts'
import { readLineup } from './sync/read-lineup.ts'

/** The documents of a device, by the names of their files. */
export const documentFiles = {
  assignment: 'assignment.json',
  emergencies: 'emergencies.json',
  keys: 'keys.jws',
  lineup: 'lineup.jws',
  mark: 'mark.json',
  cut: 'playing.json',
} as const

const instant = z.int().transform(value => value as Instant)
const markSchema = z.object({ version: z.int(), issuedAt: instant, since: instant }) satisfies z.ZodType<LineupMark>

/** Written by this program alone; a file that is not whole is no checkpoint. */
const cutSchema = z.custom<CutPlayback>(
  value =>
    z.object({ playedSeconds: z.number(), playback: z.looseObject({ key: z.string() }) }).safeParse(value).success,
)

/** Each was verified when it came. */
const heldSchema = z.array(
  z.object({
    document: emergencyDocumentSchema,
    state: z.enum(deliveryStates).exclude(['sent']),
    reason: z.string().nullable(),
    at: instant.nullable(),
    turnAt: instant,
    rounds: z.int(),
    playedSeconds: z.number(),
    startedAt: instant.nullable(),
    failures: z.int(),
    nextAt: instant.nullable(),
    live: z.boolean(),
  }) satisfies z.ZodType<HeldEmergency>,
)

export interface StoredDevice {
  readonly facts: PlayerFacts
  readonly keySet: KeySet | null
  /** What could not be believed any more. */
  readonly faults: readonly { readonly subject: 'lineup' | 'key-set'; readonly fault: string }[]
}

/** Reads what the folder holds; signatures are verified again, the disk is not trusted. */
export async function readStoredDevice(
  identity: ClaimResponse,
  { store, log, media }: { readonly store: Store; readonly log: AiringLog; readonly media: MediaStore },
): Promise<StoredDevice> {
  const faults: { subject: 'lineup' | 'key-set'; fault: string }[] = []
  const keysText = store.read(documentFiles.keys)
  const keys = keysText === null ? null : await readKeySet(keysText, identity.rootKey, null)
  if (keys && 'fault' in keys) faults.push({ subject: 'key-set', fault: keys.fault })
  const keySet = keys && 'keySet' in keys ? keys.keySet : null
  const lineupText = store.read(documentFiles.lineup)
  const lineup = lineupText === null || !keySet ? null : await readLineup(lineupText, keySet)
  if (lineup && 'fault' in lineup) faults.push({ subject: 'lineup', fault: lineup.fault })
  return {
    facts: {
      deviceId: identity.deviceId,
      unitId: identity.unitId,
      // Verified when it came; the key that signed it may be gone long before the next move.
      assignment: store.readJson(documentFiles.assignment, assignmentSchema),
      log: log.log,
      lastSeq: log.lastSeq(),
      mark: store.readJson(documentFiles.mark, markSchema),
      lineup: lineup && 'lineup' in lineup ? lineup.lineup : null,
      handled: log.handled(),
      readyMedia: media.list(),
      cut: store.readJson(documentFiles.cut, cutSchema),
      emergencies: store.readJson(documentFiles.emergencies, heldSchema) ?? [],
    },
    keySet,
    faults,
  }
}
