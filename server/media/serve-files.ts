import { Readable } from 'node:stream'
import { platformRefusals } from '@nguon/contract/platform'
import type { Sha256 } from '@nguon/domain/platform'
import { type Clock, type Database, type FileStore, transact } from '@nguon/server/platform'
import type { Identify } from '@nguon/server/web'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { buffer } from 'node:stream/consumers'
import { byteRange } from './byte-range.ts'
import { previewThroughHorn } from '@nguon/server/sound'
import { findFile, findHorn, insertFile, insertHorn, type StoredFile } from './store.ts'

/** Tells which files anyone may have. Contributed by the modules that publish. */
export interface Publication {
  isPublished(db: Database, sha256: Sha256): Promise<boolean>
}

export interface ServedFiles {
  readonly db: Database
  readonly files: FileStore
  readonly clock: Clock
  readonly publications: readonly Publication[]
}

/** Staff and devices: the bytes of an address never change, and they may have them whatever becomes of a bulletin. */
const lasting = 'private, max-age=31536000, immutable'

/** Strangers, and the caches between: what is withdrawn is gone everywhere within a minute. */
const whilePublished = 'public, max-age=30, must-revalidate'

/** `GET /media/<sha256>`, whole or in part, and `/media/<sha256>/horn`: a sound as it comes out of a horn. */
export function serveFiles(app: FastifyInstance, parts: ServedFiles, identify: Identify): void {
  app.get<{ Params: { sha256: string } }>('/media/:sha256', async (request, reply) => {
    const file = await askedFile(request, parts)
    if (!file) return reply.callNotFound()
    if (await isKnown(request, identify)) return send(request, reply, parts.files, file, lasting)
    if (await isPublished(parts, file.sha256)) return send(request, reply, parts.files, file, whilePublished)
    return reply.callNotFound()
  })
  app.get<{ Params: { sha256: string } }>('/media/:sha256/horn', async (request, reply) => {
    const { actor } = await identify(request)
    const file = actor ? await askedFile(request, parts) : null
    if (file?.mimeType !== 'audio/mpeg') return reply.callNotFound()
    return send(request, reply, parts.files, await hornOf(parts, file.sha256), lasting)
  })
}

async function askedFile(request: FastifyRequest<{ Params: { sha256: string } }>, { db }: ServedFiles) {
  const { sha256 } = request.params
  return /^[0-9a-f]{64}$/.test(sha256) ? findFile(db, sha256 as Sha256) : null
}

/** Whoever has a session or is a device may have what they can name: the address is a secret of 256 bits. */
async function isKnown(request: FastifyRequest, identify: Identify): Promise<boolean> {
  const { actor, deviceId } = await identify(request)
  return actor !== null || deviceId !== null
}

async function isPublished({ db, publications }: ServedFiles, sha256: Sha256): Promise<boolean> {
  for (const publication of publications) if (await publication.isPublished(db, sha256)) return true
  return false
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  file: StoredFile,
  cacheControl: string,
): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': cacheControl,
    // A file of someone else's must never run as a page of ours.
    'content-security-policy':
      "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'",
  })
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  const { 'if-range': only } = request.headers
  const range = only === undefined || only === etag ? byteRange(request.headers.range, file.bytes) : 'whole'
  if (range === 'unsatisfiable') {
    const { code, status, vi } = { ...platformRefusals.NOT_FOUND, status: 416 }
    reply.header('content-range', `bytes */${file.bytes}`)
    return reply.status(status).type('application/problem+json').send({ type: 'about:blank', title: vi, status, code })
  }
  const { start, end } = range === 'whole' ? { start: 0, end: file.bytes - 1 } : range
  if (range !== 'whole') reply.status(206).header('content-range', `bytes ${start}-${end}/${file.bytes}`)
  reply.header('content-length', Math.max(0, end - start + 1)).type(file.mimeType)
  // An empty stream keeps the length announced above; nothing at all would set it to nought.
  const nothing = request.method === 'HEAD' || file.bytes === 0
  return reply.send(nothing ? Readable.from([]) : files.read(file.sha256, { start, end }))
}

async function hornOf({ db, files, clock }: ServedFiles, sha256: Sha256): Promise<StoredFile> {
  const before = await findHorn(db, sha256)
  if (before) return before
  const heard = await previewThroughHorn(await buffer(files.read(sha256)))
  const { sha256: hornSha256, bytes } = await files.put(heard)
  const unmeasured = { seconds: null, loudnessLufs: null, truePeakDbfs: null, waveform: null }
  const file: StoredFile = { sha256: hornSha256, bytes, mimeType: 'audio/mpeg', ...unmeasured }
  await transact(db, async tx => {
    await insertFile(tx, file, clock.now())
    await insertHorn(tx, sha256, hornSha256)
  })
  return file
}
