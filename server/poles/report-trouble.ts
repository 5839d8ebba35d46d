import type { Device } from '@nguon/domain/devices'
import { type Complaint, trackingWordOf } from '@nguon/domain/poles'
import { takeFindings } from '@nguon/server/alarms'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, newId, type Transaction } from '@nguon/server/platform'
import { draw } from './pole-code.ts'
import { insertReport } from './store.ts'

/** Keeps what a citizen told and puts it before the technicians. Gives the word by which the citizen finds it again. */
export async function reportTrouble(
  tx: Transaction,
  { clock }: { clock: Clock },
  device: Pick<Device, 'id' | 'unitId'>,
  { complaint, words, phone }: { complaint: Complaint; words: string; phone: string },
): Promise<string> {
  const at = clock.now()
  const report = { id: newId<'poleReport'>(at), deviceId: device.id, at, complaint, words, phone: phone || null }
  let trackingWord = trackingWordOf(draw)
  while (!(await insertReport(tx, { ...report, trackingWord }))) trackingWord = trackingWordOf(draw)
  await takeFindings(tx, { clock }, [
    {
      deviceId: device.id,
      kind: 'reported',
      present: true,
      severity: 'serious',
      facts: { complaint, ...(words === '' ? {} : { words }) },
    },
  ])
  await writeAudit(
    tx,
    { clock },
    { actor: null, action: 'poles.report', unitId: device.unitId, subjectId: device.id, details: { complaint } },
  )
  return trackingWord
}
