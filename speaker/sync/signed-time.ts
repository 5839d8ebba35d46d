import { randomUUID } from 'node:crypto'
import { signedTimeSchema } from '@nguon/contract/devices'
import type { KeySet } from '@nguon/contract/keys'
import { documentTypes, verify } from '@nguon/contract/signing'
import type { Clock } from '../clock/clock.ts'
import type { TimeSample, TrustedTime } from '../clock/trusted-time.ts'
import type { ServerHttp } from '../link/server-http.ts'
import { keyInForce } from './key-set.ts'

const samples = 3
const longestRoundTrip = 5_000

export type TimeFault = 'signature' | 'nonce' | 'slow'

/** Asks the server for its signed time a few times and offers the best answer; says why when none was good. */
export async function refreshTime(
  { clock, http, time }: { readonly clock: Clock; readonly http: ServerHttp; readonly time: TrustedTime },
  keySet: KeySet,
): Promise<TimeFault | null> {
  let best: TimeSample | null = null
  let fault: TimeFault | null = null
  for (let round = 0; round < samples; round++) {
    const sample = await askTime(clock, http, keySet)
    if (typeof sample === 'string') fault = sample
    else if (!best || roundTrip(sample) < roundTrip(best)) best = sample
  }
  if (!best) return fault
  time.offer(best)
  return null
}

const roundTrip = (sample: TimeSample) => sample.receivedAt - sample.sentAt

async function askTime(clock: Clock, http: ServerHttp, keySet: KeySet): Promise<TimeSample | TimeFault> {
  const nonce = randomUUID()
  const sentAt = clock.monotonic()
  const document = await http.document(`/api/devices/time?nonce=${nonce}`)
  const receivedAt = clock.monotonic()
  if (document === 'unchanged') return 'nonce'
  if (receivedAt - sentAt > longestRoundTrip) return 'slow'
  const verified = await verify(documentTypes.time, document.text, keySet.keys)
  if ('fault' in verified) return 'signature'
  const payload = signedTimeSchema.safeParse(verified.payload)
  if (!payload.success || payload.data.nonce !== nonce) return 'nonce'
  if (!keyInForce(keySet, verified.kid, payload.data.now)) return 'signature'
  return { serverNow: payload.data.now, sentAt, receivedAt }
}
