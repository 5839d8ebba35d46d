import { assignmentPath } from '@nguon/contract/assignments'
import type { ClaimResponse } from '@nguon/contract/claims'
import type { KeySet } from '@nguon/contract/keys'
import type { Assignment } from '@nguon/domain/assignments'
import type { Lineup } from '@nguon/domain/lineups'
import type { EmergencyAhead, EmergencyDocument } from '@nguon/domain/emergencies'
import type { Clock } from '../clock/clock.ts'
import type { TrustedTime } from '../clock/trusted-time.ts'
import { backoff } from '../link/backoff.ts'
import { AnswerError, type ServerHttp } from '../link/server-http.ts'
import { openEmergencies } from './emergencies.ts'
import { readAssignment } from './read-assignment.ts'
import { readKeySet } from './key-set.ts'
import { readLineup } from './read-lineup.ts'
import { refreshTime } from './signed-time.ts'

export interface DocumentNeeds {
  readonly identity: ClaimResponse
  readonly clock: Clock
  readonly time: TrustedTime
  readonly http: ServerHttp
  readonly keySet: KeySet | null
  readonly keepKeys: (jws: string) => void
  readonly timeTrusted: () => void
  /** Answers whether this version is in force now, whether or not it was before. */
  readonly offer: (lineup: Lineup, jws: string) => boolean
  /** Answers whether the device belongs to another unit now. */
  readonly assign: (assignment: Assignment) => boolean
  readonly emergency: (document: EmergencyDocument, live: boolean) => void
  readonly ahead: (ahead: EmergencyAhead) => void
  /** Whether a line-up is one of the device's own unit. */
  readonly isOwn: (lineup: Lineup) => boolean
  readonly refuse: (
    subject: 'lineup' | 'assignment' | 'emergency' | 'key-set' | 'time' | 'item',
    fault: string,
    detail: string,
  ) => void
  /** After each round; null when the server answered everything. */
  readonly round: (trouble: string | null) => void
  /** While MQTT announces what changes, asking can be rare. */
  readonly announced: () => boolean
}

export interface Documents {
  /** Asks for the newest line-up now; `path` as announced. */
  refresh(path?: string): void
  /** Asks first which unit the device belongs to. */
  askUnit(): void
  /** Takes what came on the topic of emergencies; `live`: it is said now. */
  hearEmergency(jws: string, live: boolean, topic: string): void
}

const keysEvery = 3_600_000
const assignmentEvery = 3_600_000
const timeEvery = 900_000
const rareRound = 300_000
const frequentRound = 30_000
const longestBackoff = 300_000
const lineupPath = '/api/devices/lineup'

/** Keeps keys, time and line-up fresh, in this order: each is believed by the one before. */
export function keepDocuments(needs: DocumentNeeds): Documents {
  const { clock, time, http } = needs
  let keySet = needs.keySet
  let keysAt = Number.NEGATIVE_INFINITY
  let timeAt = Number.NEGATIVE_INFINITY
  let assignmentAt = Number.NEGATIVE_INFINITY
  let etag: string | null = null
  let failures = 0
  let [running, again] = [false, null as string | null]
  let cancelTimer = () => {}

  async function refreshKeys(): Promise<void> {
    const document = await http.document('/api/devices/keys')
    if (document === 'unchanged') return
    const read = await readKeySet(document.text, needs.identity.rootKey, keySet)
    if ('fault' in read) {
      needs.refuse('key-set', read.fault, '')
      return
    }
    ;({ keySet } = read)
    keysAt = clock.monotonic()
    needs.keepKeys(document.text)
  }

  /** A document signed by a key that is not at hand is read again with the newest keys. */
  async function readWith<Read extends object>(read: (keys: KeySet) => Promise<Read>, keys: KeySet): Promise<Read> {
    const first = await read(keys)
    if (!('fault' in first) || first.fault !== 'unknown-key') return first
    await refreshKeys()
    return keySet ? read(keySet) : first
  }

  const emergencies = openEmergencies({
    http,
    emergency: needs.emergency,
    ahead: needs.ahead,
    refuse: needs.refuse,
    async readSigned(read) {
      if (!keySet) await refreshKeys()
      return keySet && readWith(read, keySet)
    },
  })

  /** Answers whether the device belongs to another unit now. */
  async function refreshAssignment(): Promise<boolean> {
    // Whoever asks meanwhile is asked for again.
    assignmentAt = clock.monotonic()
    const document = await http.document(assignmentPath).catch((error: unknown) => {
      // A server that does not know of it, or has none, is asked again in an hour; one in trouble in the next round. Neither
      // may keep the device from its line-up.
      if (!(error instanceof AnswerError) || error.status >= 500) assignmentAt = Number.NEGATIVE_INFINITY
      return null
    })
    if (document === null || document === 'unchanged' || !keySet) return false
    const read = await readWith(keys => readAssignment(document.text, keys), keySet)
    if ('fault' in read) {
      needs.refuse('assignment', read.fault, '')
      return false
    }
    const moved = needs.assign(read.assignment)
    if (moved) etag = null
    return moved
  }

  async function refreshLineup(path: string): Promise<void> {
    const document = await http.document(path, etag)
    if (document === 'unchanged' || !keySet) return
    const read = await readWith(keys => readLineup(document.text, keys), keySet)
    if ('fault' in read) {
      needs.refuse('lineup', read.fault, '')
      return
    }
    // The line-up of another unit may be how the device learns that it was moved.
    if (!needs.isOwn(read.lineup)) await refreshAssignment()
    if (!needs.offer(read.lineup, document.text)) return
    ;({ etag } = document)
    for (const bad of read.bad.slice(0, 20)) needs.refuse('item', 'malformed', bad)
  }

  async function once(path: string): Promise<void> {
    if (!keySet || clock.monotonic() - keysAt > keysEvery) await refreshKeys()
    if (!keySet) return
    if (time.now() === null || clock.monotonic() - timeAt > timeEvery) {
      const fault = await refreshTime(needs, keySet)
      if (fault) needs.refuse('time', fault, '')
      else timeAt = clock.monotonic()
    }
    if (time.now() === null) return
    needs.timeTrusted()
    await emergencies.refresh()
    if (clock.monotonic() - assignmentAt > assignmentEvery) {
      // A server that does not answer this still has what the device must play.
      await refreshAssignment().catch((error: unknown) => {
        if (!(error instanceof AnswerError)) throw error
      })
    }
    await refreshLineup(path)
  }

  async function run(path: string): Promise<void> {
    cancelTimer()
    running = true
    again = null
    try {
      await clock.during(once(path))
      failures = 0
      needs.round(null)
    } catch (error) {
      // A device without a line-up yet is answered 404; that is no trouble with the line.
      const answered = error instanceof AnswerError && error.status === 404
      failures = answered ? 0 : failures + 1
      needs.round(answered ? null : error instanceof Error ? error.message : String(error))
    }
    running = false
    if (again !== null) return void run(again)
    const usual = needs.announced() ? rareRound : frequentRound
    const wait = failures > 0 ? backoff(failures, longestBackoff) : usual * (0.8 + 0.4 * Math.random())
    cancelTimer = clock.at(clock.monotonic() + wait, () => void run(lineupPath))
  }

  function refresh(path = lineupPath): void {
    if (running) again = path
    else void run(path)
  }

  return {
    refresh,
    hearEmergency(jws, live, topic) {
      // Keys that cannot be fetched now are asked for in the next round, which asks for what holds as well.
      clock.during(emergencies.hear(jws, live, topic)).catch(() => refresh())
    },
    askUnit() {
      assignmentAt = Number.NEGATIVE_INFINITY
      refresh()
    },
  }
}
