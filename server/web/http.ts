import { randomUUID } from 'node:crypto'
import type { Server as TlsServer } from 'node:tls'
import type { AnyRouter } from '@orpc/server'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError, onError } from '@orpc/server'
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Language, platformRefusals, type RefusalKind, wordRefusal } from '@nguon/contract/platform'
import type { Logger } from 'pino'
import { type CertificateFiles, readCertificate, watchCertificate } from './watch-certificate.ts'
import { describeInterface, type InterfaceDescription } from './describe-interface.ts'
import { interfacePage, sendInterfacePage } from './interface-page.ts'
import type { RequestContext } from './operations.ts'
import { timeRequests } from './time-requests.ts'
import { mountVitals, type Vitals } from './vitals.ts'

/** Tells who is asking from the headers of a request: a session or a device. Contributed by identity and devices. */
export type Identify = (request: FastifyRequest) => Promise<Pick<RequestContext, 'actor' | 'deviceId'>>

/** Bodies of operations are small; files go through routes of their own with limits of their own. */
const bodyLimit = 2 * 1024 * 1024

export interface HttpParts extends Vitals {
  readonly log: Logger
  readonly router: AnyRouter
  readonly identify: Identify
  /** Plain routes: files, device documents, sign-in, pages. */
  readonly mount: readonly ((app: FastifyInstance) => void | Promise<void>)[]
  /** Null only for a listener nobody but this machine or a proxy on it can reach. */
  readonly tls?: CertificateFiles | null
  /** Bytes allowed to the bodies that are larger than others, by path within `/api`. */
  readonly bodyLimits: Readonly<Record<string, number>>
}

export async function openHttp(parts: HttpParts): Promise<FastifyInstance> {
  const app = fastify({
    // The same application over either transport: what is mounted on it need not know which.
    ...(parts.tls ? ({ https: { ...readCertificate(parts.tls), minVersion: 'TLSv1.2' } } as object) : {}),
    logger: false,
    bodyLimit,
    genReqId: () => randomUUID(),
    // Clients behind a proxy are told apart only when the proxy is on this machine.
    trustProxy: 'loopback',
    forceCloseConnections: true,
  })
  timeRequests(app, parts.metrics)
  if (parts.tls) keepCertificate(app, parts.tls, parts.log)
  app.addHook('onRequest', async (_request, reply) => {
    if (parts.tls) reply.header('strict-transport-security', 'max-age=31536000')
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('x-frame-options', 'DENY')
  })
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) parts.log.error({ error, url: request.url }, 'a request failed')
    const known = status === 413 ? platformRefusals.TOO_LARGE : status < 500 ? platformRefusals.INVALID_INPUT : null
    return reply
      .status(known ? known.status : 500)
      .type('application/problem+json')
      .send(
        known ? problemOf(known, languageOf(request), { summary: error.message, limit: limitOf(request) }) : bareFault,
      )
  })
  app.setNotFoundHandler((request, reply) =>
    reply
      .status(404)
      .type('application/problem+json')
      .send(problemOf(platformRefusals.NOT_FOUND, languageOf(request), {})),
  )
  mountVitals(app, parts)
  for (const mount of parts.mount) await app.register(async scope => mount(scope))
  await app.register(async scope => mountOperations(scope, parts))
  return app
}

/** A renewed certificate is taken up without a restart; one that does not fit is told to the log and the old one stays. */
function keepCertificate(app: FastifyInstance, files: CertificateFiles, log: Logger): void {
  const { server } = app as unknown as { server: TlsServer }
  const stop = watchCertificate(files, server, error => log.error({ error }, 'the renewed certificate cannot be used'))
  app.addHook('onClose', async () => stop())
}

const bareFault = { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'INTERNAL_SERVER_ERROR' }

function problemOf(kind: RefusalKind, language: Language, data: Record<string, string>) {
  return { type: 'about:blank', title: wordRefusal(kind, data, language), status: kind.status, code: kind.code, data }
}

function limitOf(request: FastifyRequest): string {
  return `${Math.floor((request.routeOptions.bodyLimit ?? bodyLimit) / (1024 * 1024))} MB`
}

function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi'
}

/** RFC 9457: `title` is the sentence for the person, `code` and `data` are for the program. */
function encodeProblem(error: ORPCError<string, unknown>) {
  if (error.status >= 500 && !error.defined) return bareFault
  return { type: 'about:blank', title: error.message, status: error.status, code: error.code, data: error.data ?? {} }
}

async function mountOperations(app: FastifyInstance, parts: HttpParts): Promise<void> {
  const handler = new OpenAPIHandler<RequestContext>(parts.router, {
    customErrorResponseBodyEncoder: encodeProblem,
    interceptors: [
      onError(error => {
        if (!(error instanceof ORPCError) || error.status >= 500) parts.log.error({ error }, 'an operation failed')
      }),
    ],
  })
  let described: Promise<InterfaceDescription> | null = null
  const description = () => (described ??= describeInterface(parts.router))
  let page: Promise<string> | null = null
  app.get('/api/openapi.json', description)
  app.get('/api', async (_request, reply) => {
    page ??= description().then(interfacePage)
    return sendInterfacePage(reply, await page)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (reply.statusCode >= 400) reply.header('content-type', 'application/problem+json; charset=utf-8')
  })
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const context: RequestContext = {
      ...(await parts.identify(request)),
      language: languageOf(request),
      address: request.ip,
      headers: request.headers,
      setCookie: value => void reply.header('set-cookie', value),
    }
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context })
    if (!matched && !reply.sent) reply.callNotFound()
    return reply
  }
  for (const [path, bodyLimit] of Object.entries(parts.bodyLimits)) app.post(`/api${path}`, { bodyLimit }, answer)
  app.all('/api/*', answer)
}

/** Closes what a stopping server still holds open; `server.close` alone would wait for idle keep-alive connections. */
export async function closeHttp(app: FastifyInstance): Promise<void> {
  app.server.closeIdleConnections()
  await app.close()
}
