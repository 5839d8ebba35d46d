import { id, instantField } from '@nguon/contract/platform'
import type { Assignment } from '@nguon/domain/assignments'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'

/** The payload of the signed document a device that was moved fetches. */
export const assignmentSchema = z.object({
  deviceId: id<DeviceId>(),
  version: z.int().min(1),
  unitId: id<UnitId>(),
  villageId: id<UnitId>().nullable(),
  unitPath: z.array(id<UnitId>()).min(1).max(12).readonly(),
  issuedAt: instantField,
}) satisfies z.ZodType<Assignment>

/** Where a device fetches it, with its own credentials. */
export const assignmentPath = '/api/devices/assignment'

/** The retained message on `d/<deviceId>/assignment`. */
export const assignmentPointerSchema = z.object({ version: z.int().min(1) })
