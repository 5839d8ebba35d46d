import type { Finding } from './finding.ts'
import type { SelfTest } from './self-test.ts'

/** What the newest self-test says (A5.8). Without a sensor the play-out is all that is known to work. */
export function judgeSelfTest(test: SelfTest): Finding[] {
  const { deviceId, at, result, reason, heard } = test
  const passed = result === 'completed' && heard !== false
  return [
    { deviceId, kind: 'selfTestOverdue', present: false },
    passed
      ? { deviceId, kind: 'selfTestFailed', present: false }
      : {
          deviceId,
          kind: 'selfTestFailed',
          present: true,
          severity: 'serious',
          facts: { lastTestAt: at, reason: reason ?? 'not-heard' },
        },
  ]
}
