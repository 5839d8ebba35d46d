import { AsyncLocalStorage } from 'node:async_hooks'
import { join } from 'node:path'
import { platformRefusals, wordRefusal } from '@nguon/contract/platform'
import { mediaKeepers } from '@nguon/domain/media'
import type { Actor } from '@nguon/domain/platform'
import { freeBytes, type Ticker } from '@nguon/server/platform'
import type { Identify } from '@nguon/server/web'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { largestUploadBytes } from './file-kinds.ts'

/** A file that came in and waits to be registered. */
export interface ArrivedUpload {
  readonly accountId: string
  readonly fileName: string
  readonly received: number
  readonly expected: number
  /** Where the bytes lie. */
  readonly path: string
}

export interface Uploads {
  /** Null for one that never was or is too old. */
  find(uploadId: string): Promise<ArrivedUpload | null>
  remove(uploadId: string): Promise<void>
  mount(identify: Identify): (app: FastifyInstance) => void
}

const keepers: readonly string[] = mediaKeepers
const day = 24 * 3_600_000
const path = '/media/uploads'
/** Less than a piece and what belongs to it: whatever could not be written failed for this. */
const leastFreeBytes = 1024 * 1024

/** Files come in by the tus 1.0 protocol: in pieces, resumed where a line broke, forgotten after a day. */
export function openUploads({ folder, ticker }: { folder: string; ticker: Ticker }): Uploads {
  const directory = join(folder, 'uploads')
  const datastore = new FileStore({ directory, expirationPeriodInMilliseconds: day })
  const uploader = new AsyncLocalStorage<Actor>()
  const server = new Server({
    path,
    datastore,
    maxSize: largestUploadBytes,
    relativeLocation: true,
    disableTerminationForFinishedUploads: true,
    allowedOrigins: [],
    onResponseError: async request => {
      // It tells only that it could not write, not why.
      if ((await freeBytes(directory)) >= leastFreeBytes) return undefined
      const language = /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'vi'
      const { status, code } = platformRefusals.NO_ROOM
      const title = wordRefusal(platformRefusals.NO_ROOM, {}, language)
      return { status_code: status, body: JSON.stringify({ type: 'about:blank', title, status, code, data: {} }) }
    },
    onUploadCreate: (_request, upload) =>
      Promise.resolve({ metadata: { ...upload.metadata, accountId: uploader.getStore()?.accountId ?? null } }),
    onIncomingRequest: async (request, uploadId) => {
      if (request.method === 'POST' || request.method === 'OPTIONS') return
      const owner = await ownerOf(datastore, uploadId)
      // tus takes an object of this form for its answer.
      if (owner !== uploader.getStore()?.accountId) throw Object.assign(new Error('not found'), notFound)
    },
  })
  ticker.every(3_600_000, 'forget old uploads', async () => void (await server.cleanUpExpiredUploads()))

  return {
    find: async uploadId => {
      try {
        const { metadata, offset, size } = await datastore.getUpload(uploadId)
        return {
          accountId: metadata?.['accountId'] ?? '',
          fileName: metadata?.['filename'] ?? '',
          received: offset,
          expected: size ?? 0,
          path: join(directory, uploadId),
        }
      } catch {
        return null
      }
    },
    remove: async uploadId => {
      // One that is gone already is as good.
      await datastore.remove(uploadId).catch(() => {})
    },
    mount: identify => app => {
      app.removeAllContentTypeParsers()
      // The bytes are the library's to read, and its to limit.
      app.addContentTypeParser('*', (_request, _payload, done) => done(null))
      const handle = async (request: FastifyRequest, reply: FastifyReply) => {
        const actor = await uploaderOf(request, identify)
        if ('problem' in actor) return reply.status(actor.status).type('application/problem+json').send(actor.problem)
        reply.hijack()
        await uploader.run(actor.actor, () => server.handle(request.raw, reply.raw))
      }
      app.route({ method: ['POST', 'OPTIONS'], url: path, handler: handle })
      app.route({
        method: ['HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
        url: `${path}/:uploadId(^[0-9a-f]{32}$)`,
        handler: handle,
      })
    },
  }
}

const notFound = { status_code: 404, body: 'The file for this url was not found\n' }

async function ownerOf(datastore: FileStore, uploadId: string): Promise<string | null> {
  try {
    return (await datastore.getUpload(uploadId)).metadata?.['accountId'] ?? null
  } catch {
    return null
  }
}

/** Whoever may keep files in some library; of which unit is asked when the file is registered. */
async function uploaderOf(
  request: FastifyRequest,
  identify: Identify,
): Promise<{ actor: Actor } | { status: number; problem: object }> {
  const { actor } = await identify(request)
  if (actor?.grants.some(grant => keepers.includes(grant.role))) return { actor }
  const { code, status, vi } = actor ? platformRefusals.FORBIDDEN : platformRefusals.UNAUTHENTICATED
  return { status, problem: { type: 'about:blank', title: vi, status, code } }
}
