import { type ClaimResponse, claimRefusals, claimRequestSchema } from '@nguon/contract/claims'
import { signedTimeSchema } from '@nguon/contract/devices'
import { platformRefusals, Refusal, wordRefusal } from '@nguon/contract/platform'
import { documentTypes, sign } from '@nguon/contract/signing'
import type { DeviceId, UnitPath } from '@nguon/domain/platform'
import { attemptLimit, claimDevice, identifyDevice } from '@nguon/server/claims'
import type { Keyring } from '@nguon/server/keys'
import { type Following, type Platform, transact } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { UpMessages } from './up-messages.ts'

export interface DeviceHttpParts extends Pick<Platform, 'db' | 'clock'> {
  readonly keyring: Keyring
  readonly upMessages: UpMessages
  /** Where devices find the broker; known once it listens. */
  readonly mqttUrl: (request: FastifyRequest) => string
  readonly claimed: Following<{ deviceId: DeviceId }>
}

export const jwsType = 'application/jose'

/** The device behind a request; answers 401 itself and gives null for anyone else. */
export async function deviceBehind(
  db: Platform['db'],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<DeviceId | null> {
  const deviceId = await identifyDevice(db, request.headers.authorization)
  if (!deviceId) await refuse(reply, new Refusal(platformRefusals.UNAUTHENTICATED))
  return deviceId
}

export function refuse(reply: FastifyReply, { kind, data }: Refusal): FastifyReply {
  const title = wordRefusal(kind, data, 'en')
  return reply
    .status(kind.status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title, status: kind.status, code: kind.code, data })
}

/** What devices ask for by HTTP, as docs/device-protocol.md has it. */
export function mountDeviceHttp(app: FastifyInstance, parts: DeviceHttpParts): void {
  const { db, clock, keyring, upMessages } = parts
  const mayTry = attemptLimit({ clock, perMinute: 20 })

  app.post('/api/devices/claim', async (request, reply) => {
    if (!mayTry(request.ip)) return refuse(reply, new Refusal(platformRefusals.TOO_MANY_REQUESTS, { seconds: 60 }))
    const body = claimRequestSchema.safeParse(request.body)
    if (!body.success) return refuse(reply, new Refusal(claimRefusals.CLAIM_CODE_UNKNOWN))
    try {
      const { claim, path } = await transact(db, async tx => {
        const taken = await claimDevice(tx, { clock }, { ...body.data, address: request.ip })
        await parts.claimed.tell(tx, { deviceId: taken.deviceId })
        return { claim: taken, path: await readUnitPath(tx, { clock }, taken.unitId) }
      })
      return await reply.send(await claimAnswer(claim, path, request))
    } catch (error) {
      if (error instanceof Refusal) return refuse(reply, error)
      throw error
    }
  })

  async function claimAnswer(
    claim: Pick<ClaimResponse, 'deviceId' | 'unitId' | 'secret'>,
    unitPath: UnitPath,
    request: FastifyRequest,
  ): Promise<ClaimResponse> {
    const rootKey = await keyring.root()
    return { ...claim, unitPath: [...unitPath], rootKey, mqttUrl: parts.mqttUrl(request) }
  }

  app.get('/api/devices/keys', async (request, reply) => {
    if (!(await deviceBehind(db, request, reply))) return reply
    return reply.type(jwsType).send(await keyring.keySet())
  })

  app.get('/api/devices/time', async (request, reply) => {
    if (!(await deviceBehind(db, request, reply))) return reply
    const asked = signedTimeSchema.safeParse({ ...(request.query as object), now: clock.now() })
    if (!asked.success) {
      return refuse(
        reply,
        new Refusal(platformRefusals.INVALID_INPUT, { summary: 'nonce: 16 to 64 characters', field: 'nonce' }),
      )
    }
    const payload = { now: clock.now(), nonce: asked.data.nonce }
    return reply.type(jwsType).send(await sign(documentTypes.time, payload, await keyring.signingKey()))
  })

  app.post('/api/devices/messages', async (request, reply) => {
    const deviceId = await deviceBehind(db, request, reply)
    if (!deviceId) return reply
    const { accepted, answer } = await upMessages.hear(deviceId, request.body)
    if (!accepted) {
      return refuse(
        reply,
        new Refusal(platformRefusals.INVALID_INPUT, { summary: 'no message of the device protocol' }),
      )
    }
    return reply.send({ acknowledged: answer })
  })
}
