import { createHash } from 'node:crypto'
import type { Language } from '@nguon/contract/platform'
import { poleFormSchema } from '@nguon/contract/poles'
import type { Device } from '@nguon/domain/devices'
import type { Zone } from '@nguon/domain/platform'
import { isTrackingWord, type PoleCode, readPoleCode } from '@nguon/domain/poles'
import { acknowledgementAfter } from '@nguon/server/alarms'
import { attemptLimit } from '@nguon/server/claims'
import { readDevice } from '@nguon/server/devices'
import { type Platform, transact } from '@nguon/server/platform'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerPage, polePage, refusalPage } from './pole-page.ts'
import { poleStyle } from './pole-style.ts'
import { placeOfDevice, readPole } from './read-pole.ts'
import { reportTrouble } from './report-trouble.ts'
import { deviceOfCode, reportByWord } from './store.ts'

type Request = FastifyRequest<{ Params: { code: string; word?: string } }>

const formBytes = 16 * 1024
/** A neighbourhood behind one address may report together; a machine may not. */
const perAddress = 6
const perPole = 30

const styleHash = createHash('sha256').update(poleStyle).digest('base64')
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** `/loa/<code>`: rendered here, without scripts, cookies or anything to fetch. Whoever reports needs no name. */
export function mountPolePage(
  app: FastifyInstance,
  { db, clock, zone }: Pick<Platform, 'db' | 'clock'> & { zone: Zone },
): void {
  const mayFromHere = attemptLimit({ clock, perMinute: perAddress })
  const mayAtPole = attemptLimit({ clock, perMinute: perPole })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formBytes },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy)
    reply.header('cache-control', 'no-store')
  })

  const poleBehind = async (text: string): Promise<{ code: PoleCode; device: Device } | null> => {
    const code = readPoleCode(text)
    const deviceId = code && (await deviceOfCode(db, code))
    const device = deviceId ? await readDevice(db, deviceId) : null
    return code && device && device.retiredAt === null ? { code, device } : null
  }

  app.get('/loa/:code', async (request: Request, reply) => {
    const language = languageOf(request)
    const found = await poleBehind(request.params.code)
    if (!found) return page(reply, 404, refusalPage('unknown', null, language))
    return page(reply, 200, polePage(await readPole(db, { clock }, found.device), found.code, { language, zone }))
  })

  app.post('/loa/:code', async (request: Request, reply) => {
    const language = languageOf(request)
    const found = await poleBehind(request.params.code)
    if (!found) return page(reply, 404, refusalPage('unknown', null, language))
    const { code, device } = found
    if (isForeign(request)) return page(reply, 403, refusalPage('invalid', code, language))
    if (!mayFromHere(request.ip) || !mayAtPole(code)) return page(reply, 429, refusalPage('tooMany', code, language))
    const form = poleFormSchema.safeParse(request.body)
    if (!form.success) return page(reply, 422, refusalPage('invalid', code, language))
    const word = await transact(db, tx => reportTrouble(tx, { clock }, device, form.data))
    return reply.redirect(`/loa/${code}/${word}`, 303)
  })

  app.get('/loa/:code/:word', async (request: Request, reply) => {
    const language = languageOf(request)
    const found = await poleBehind(request.params.code)
    const word = request.params.word ?? ''
    const report = found && isTrackingWord(word) ? await reportByWord(db, found.device.id, word) : null
    if (!found || !report) return page(reply, 404, refusalPage('unknown', found?.code ?? null, language))
    const { device, code } = found
    const place = await placeOfDevice(db, { clock }, device)
    const seenAt = await acknowledgementAfter(db, device.id, 'reported', report.at)
    return page(reply, 200, answerPage({ name: device.name, place }, code, report, seenAt, { language, zone }))
  })
}

function page(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.status(status).type('text/html; charset=utf-8').send(text)
}

function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi'
}

/** Sent by a form of another site. The page knows no session, but nobody's browser shall report what its owner did not press. */
function isForeign(request: FastifyRequest): boolean {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host)
}
