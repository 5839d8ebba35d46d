import { createHash } from 'node:crypto'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Database } from '@nguon/server/platform'
import { deviceBehind, jwsType, refuse } from '@nguon/server/devices'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { audienceOfDevice, type StoredAudience } from './store.ts'

/** Of the very bytes, so that a document altered in the database is asked for, and refused where it is verified. */
const etagOf = ({ jws }: StoredAudience) => `"${createHash('sha256').update(jws).digest('base64url')}"`

/** Serves a device its own line-up: the body is the signed document itself. */
export function mountLineupHttp(app: FastifyInstance, { db }: { db: Database }): void {
  async function answer(request: FastifyRequest, reply: FastifyReply) {
    const deviceId = await deviceBehind(db, request, reply)
    if (!deviceId) return reply
    const audience = await audienceOfDevice(db, deviceId)
    if (!audience) return refuse(reply, new Refusal(platformRefusals.NOT_FOUND))
    reply.header('etag', etagOf(audience)).header('cache-control', 'private, no-cache')
    if (request.headers['if-none-match'] === etagOf(audience)) return reply.status(304).send()
    return reply.type(jwsType).send(audience.jws)
  }
  app.get('/api/devices/lineup', answer)
  // The address of a pointer names an audience and a version; a device is given its newest whatever it names.
  app.get('/api/devices/lineups/:audienceId/:version', answer)
}
