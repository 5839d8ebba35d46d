import type { DeviceId } from '@nguon/domain/platform'
import type { Finding } from './finding.ts'

/** What a device would not obey, in the words of the device protocol. */
export interface ToldRefusal {
  readonly subject: string
  readonly fault: string
  readonly detail: string
}

/** Somebody may have altered what was signed: this is looked at before all else. */
const altered = ['signature', 'unknown-key', 'hash', 'other-unit', 'type', 'algorithm']

/** What a device told that it refused (A5.6, A5.7): the gravest of them stands for all. */
export function judgeRefusals(deviceId: DeviceId, refusals: readonly ToldRefusal[]): Finding[] {
  const full = refusals.filter(({ subject, fault }) => subject === 'store' && fault === 'full')
  const others = refusals.filter(refusal => !full.includes(refusal))
  const findings: Finding[] = []
  if (full.length > 0) {
    findings.push({ deviceId, kind: 'diskFull', present: true, severity: 'serious', facts: { diskFreeMegabytes: 0 } })
  }
  const grave = others.findLast(({ fault }) => altered.includes(fault))
  const told = grave ?? others.at(-1)
  if (told) {
    findings.push({
      deviceId,
      kind: 'refusal',
      present: true,
      severity: grave ? 'urgent' : 'serious',
      facts: { subject: told.subject, reason: told.fault, detail: told.detail },
      times: others.length,
    })
  }
  return findings
}
