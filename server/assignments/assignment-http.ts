import { assignmentPath } from '@nguon/contract/assignments'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { documentTypes, sign } from '@nguon/contract/signing'
import type { Assignment } from '@nguon/domain/assignments'
import { deviceBehind, jwsType, refuse } from '@nguon/server/devices'
import type { Keyring } from '@nguon/server/keys'
import type { Clock, Database } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import type { FastifyInstance } from 'fastify'
import { movesOfDevice } from './store.ts'

/** Serves a device the newest decision about itself, signed at that moment: a device may ask years after it was made. */
export function mountAssignmentHttp(
  app: FastifyInstance,
  { db, clock, keyring }: { db: Database; clock: Clock; keyring: Pick<Keyring, 'signingKey'> },
): void {
  app.get(assignmentPath, async (request, reply) => {
    const deviceId = await deviceBehind(db, request, reply)
    if (!deviceId) return reply
    const [newest] = await movesOfDevice(db, deviceId)
    if (!newest) return refuse(reply, new Refusal(platformRefusals.NOT_FOUND))
    const { version, unitId, villageId } = newest
    const unitPath = await readUnitPath(db, { clock }, unitId)
    const key = await keyring.signingKey()
    const assignment: Assignment = { deviceId, version, unitId, villageId, unitPath, issuedAt: clock.now() }
    reply.header('cache-control', 'private, no-store')
    return reply.type(jwsType).send(await sign(documentTypes.assignment, assignment, key))
  })
}
