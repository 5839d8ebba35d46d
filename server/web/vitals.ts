import { createHash, timingSafeEqual } from 'node:crypto'
import { platformRefusals, wordRefusal } from '@nguon/contract/platform'
import { type HealthCheck, readHealth } from '@nguon/server/platform'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Registry } from 'prom-client'

export interface Vitals {
  readonly health: readonly HealthCheck[]
  readonly metrics: Registry
  /** Opens figures and reasons to whoever asks from another machine; null opens them to this machine alone. */
  readonly metricsToken: string | null
}

/** `/healthz` and a plain yes or no of `/readyz` for everybody; figures and reasons for those who run the server. */
export function mountVitals(app: FastifyInstance, { health, metrics, metricsToken }: Vitals): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (request, reply) => {
    const state = await readHealth(health)
    const told = isInsider(request, metricsToken) ? state : { ready: state.ready }
    return reply
      .status(state.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(told)
  })
  app.get('/metrics', async (request, reply) => {
    if (isInsider(request, metricsToken)) return reply.type(metrics.contentType).send(await metrics.metrics())
    const { status, code } = platformRefusals.UNAUTHENTICATED
    const title = wordRefusal(platformRefusals.UNAUTHENTICATED, {}, 'en')
    return reply
      .status(status)
      .header('www-authenticate', 'Bearer')
      .type('application/problem+json')
      .send({ type: 'about:blank', title, status, code, data: {} })
  })
}

const forwardedBy = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/** Someone on this machine who did not come through a proxy on it, or someone with the token (RFC 6750). */
function isInsider({ socket, headers }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(headers.authorization ?? '')?.[1]
  if (token !== null && given !== undefined) return timingSafeEqual(digest(given), digest(token))
  const near = /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
  return near && forwardedBy.every(name => headers[name] === undefined)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
