import { emergenciesPath, type heldEmergenciesSchema } from '@nguon/contract/emergencies'
import { deviceBehind } from '@nguon/server/devices'
import type { Clock, Database } from '@nguon/server/platform'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { documentsFor } from './document-store.ts'

/** What a device that was away asks for when it comes back: every document that holds for it. */
export function mountEmergencyHttp(app: FastifyInstance, { db, clock }: { db: Database; clock: Clock }): void {
  app.get(emergenciesPath, async (request, reply) => {
    const deviceId = await deviceBehind(db, request, reply)
    if (!deviceId) return reply
    const documents = await documentsFor(db, deviceId, clock.now())
    const held: z.input<typeof heldEmergenciesSchema> = { documents }
    return reply.header('cache-control', 'private, no-store').send(held)
  })
}
