import { publicKeySchema } from '@nguon/contract/keys'
import { id, lineOfText } from '@nguon/contract/platform'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'

/** Body of `POST /api/devices/claim`. The code is shown once to the technician who registered the device. */
export const claimRequestSchema = z.object({
  code: z.string().min(8).max(20),
  model: lineOfText(100, { shortest: 1 }),
  firmware: lineOfText(50, { shortest: 1 }),
})

/** What a device keeps for good: its identity, its secret, and the root key it trusts from now on. */
export const claimResponseSchema = z.object({
  deviceId: id<DeviceId>(),
  secret: z.string().min(32).max(100),
  unitId: id<UnitId>(),
  /** This unit and those above it: the topics of their emergencies are subscribed to. */
  unitPath: z.array(id<UnitId>()).min(1).max(12),
  rootKey: publicKeySchema,
  mqttUrl: z.string().max(300),
})

export type ClaimResponse = z.output<typeof claimResponseSchema>
