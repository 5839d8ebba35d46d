import { id, instantField, lineOfText } from '@nguon/contract/platform'
import { deliveryStates, type EmergencyId } from '@nguon/domain/emergencies'
import { z } from 'zod'

const reportSchema = z.object({
  id: id<EmergencyId>(),
  state: z.enum(deliveryStates).exclude(['sent']),
  /** A word of the device protocol: why it waits (`no-media`) or stays silent. */
  reason: lineOfText(60).nullable(),
  /** When it came to that, by the device; null while it does not know the time. */
  at: instantField.nullable(),
  heard: z.boolean().nullable(),
})

export type EmergencyReport = z.output<typeof reportSchema>

/** How the emergencies a device holds stand: sent at each change, and again with the heartbeat until they are over. */
export const emergenciesMessageSchema = z.object({
  kind: z.literal('emergencies'),
  emergencies: z.array(reportSchema).min(1).max(50),
})
