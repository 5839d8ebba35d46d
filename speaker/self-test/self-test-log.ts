import { randomBytes } from 'node:crypto'
import { selfTestSchema } from '@nguon/contract/alarms'
import type { SelfTest } from '@nguon/domain/alarms'
import type { DeviceId, Instant } from '@nguon/domain/platform'
import { z } from 'zod'
import type { Store } from '../store/store.ts'

const file = 'self-tests.json'
const logSchema = z.object({
  log: z.string().regex(/^[0-9a-z]{26}$/),
  /** Every test up to this number was stored by the server. */
  acknowledged: z.int().min(0),
  /** What is not acknowledged, and the last one always. */
  tests: z.array(selfTestSchema),
})
const most = 50

export interface SelfTestLog {
  readonly log: string
  lastTestAt(): Instant | null
  append(test: Pick<SelfTest, 'at' | 'result' | 'reason' | 'heard' | 'heardLevel'>): SelfTest
  /** The oldest first. */
  unacknowledged(): readonly SelfTest[]
  acknowledge(acknowledgement: { readonly log: string; readonly seq: number }): void
}

/** The record of self-tests: one document, replaced as a whole, so that no kill leaves half of one. */
export function openSelfTestLog(store: Store, deviceId: DeviceId): SelfTestLog {
  let kept: z.output<typeof logSchema> = store.readJson(file, logSchema) ?? {
    log: BigInt(`0x${randomBytes(24).toString('hex')}`)
      .toString(36)
      .padStart(26, '0')
      .slice(-26),
    acknowledged: 0,
    tests: [],
  }
  const keep = (after: typeof kept) => {
    kept = after
    store.write(file, JSON.stringify(after))
  }
  const waiting = () => kept.tests.filter(({ seq }) => seq > kept.acknowledged)
  return {
    log: kept.log,
    lastTestAt: () => kept.tests.at(-1)?.at ?? null,
    append(test) {
      const seq = (kept.tests.at(-1)?.seq ?? kept.acknowledged) + 1
      const written = { deviceId, log: kept.log, seq, ...test }
      keep({ ...kept, tests: [...kept.tests, written] })
      return written
    },
    unacknowledged: () => waiting().slice(0, most),
    acknowledge({ log, seq }) {
      if (log !== kept.log || seq <= kept.acknowledged || seq > (kept.tests.at(-1)?.seq ?? 0)) return
      keep({
        ...kept,
        acknowledged: seq,
        tests: kept.tests.filter((test, index, all) => test.seq > seq || index === all.length - 1),
      })
    },
  }
}
