import { id, instantField, lineOfText } from '@nguon/contract/platform'
import type { SelfTest } from '@nguon/domain/alarms'
import type { DeviceId } from '@nguon/domain/platform'
import { z } from 'zod'

export const selfTestSchema = z.object({
  deviceId: id<DeviceId>(),
  log: z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .meta({ examples: ['01kbj3v5zq8m4t2w7x9ycdefgh'] }),
  seq: z.int().min(1),
  at: instantField,
  result: z.enum(['completed', 'failed']),
  reason: lineOfText(500).nullable(),
  heard: z.boolean().nullable(),
  heardLevel: z.number().min(-200).max(20).nullable(),
}) satisfies z.ZodType<SelfTest>

/** On `d/<deviceId>/up`; every one that is not acknowledged, oldest first, at most 50. Acknowledged as airings are, by `log` and `seq`. */
export const selfTestsMessageSchema = z.object({
  kind: z.literal('self-tests'),
  tests: z.array(selfTestSchema).min(1).max(50),
})
