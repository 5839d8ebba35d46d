import { judgeSelfTest, type SelfTest } from '@nguon/domain/alarms'
import type { DeviceId } from '@nguon/domain/platform'
import type { Clock, Transaction } from '@nguon/server/platform'
import { insertSelfTests, selfTestsOf } from './self-test-store.ts'
import { takeFindings } from './take-findings.ts'

/**
 * Stores self-tests of one device, each exactly once, and gives how far its log is stored: a device sends all that is not
 * acknowledged, so what lies before is stored already or was lost on the device.
 */
export async function takeSelfTests(
  tx: Transaction,
  { clock }: { clock: Clock },
  deviceId: DeviceId,
  tests: readonly SelfTest[],
): Promise<{ log: string; seq: number } | null> {
  const [first] = tests
  if (!first || tests.some(test => test.deviceId !== deviceId || test.log !== first.log)) return null
  await insertSelfTests(tx, tests, clock.now())
  const [newest] = await selfTestsOf(tx, deviceId, 1)
  if (newest) await takeFindings(tx, { clock }, judgeSelfTest(newest))
  return { log: first.log, seq: Math.max(...tests.map(({ seq }) => seq)) }
}
