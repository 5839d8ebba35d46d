import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const built = fileURLToPath(new URL('../console/dist', import.meta.url))

/** Mantine writes its measures as style attributes; scripts come from files of ours only. */
const contentSecurityPolicy = (imageHosts: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src 'self' data: blob:${imageHosts}`,
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')

/** The workplace at `/lam-viec`: every address of it is the one page, which finds its screen itself. */
export async function serveConsole(
  app: FastifyInstance,
  { folder = built, mapTiles = null }: { folder?: string; mapTiles?: { address: string } | null } = {},
): Promise<void> {
  // No host but this one is asked for anything, unless the installation named one for its map.
  const policy = contentSecurityPolicy(mapTiles ? ` ${new URL(mapTiles.address).origin}` : '')
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/lam-viec', missing)
    app.get('/lam-viec/*', missing)
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/lam-viec/',
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // The name of an asset holds the hash of its content.
      const lasting = path.startsWith(join(folder, 'assets'))
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      reply.header('content-security-policy', policy)
      reply.header('permissions-policy', 'microphone=(self), camera=(self), geolocation=(self)')
    },
  })
  app.get('/lam-viec', page)
  app.get<{ Params: { '*': string } }>('/lam-viec/*', (request, reply) =>
    // A missing asset answered with the page would be run as a script.
    request.params['*'].startsWith('assets/') ? reply.callNotFound() : page(request, reply),
  )
}

function page(_request: unknown, reply: FastifyReply) {
  return reply.sendFile('index.html')
}

function missing(_request: unknown, reply: FastifyReply) {
  return reply
    .status(503)
    .type('text/plain; charset=utf-8')
    .send('Màn hình làm việc chưa được dựng trên máy chủ này. Hãy chạy: npm run build -w console\n')
}
