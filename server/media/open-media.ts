import type { Config, Platform } from '@nguon/server/platform'
import type { Identify } from '@nguon/server/web'
import type { FastifyInstance } from 'fastify'
import { prepareItem, prepareJob, requeueItems } from './prepare-item.ts'
import { mediaRoutes } from './routes.ts'
import { type Publication, serveFiles } from './serve-files.ts'
import { openUploads } from './uploads.ts'

type MediaPlatform = Pick<Platform, 'db' | 'clock' | 'files' | 'jobs' | 'ticker'> & {
  readonly config: Pick<Config, 'dataFolder' | 'scanner'>
}

/** The library, and the files that go out. Modules above that publish files join `publications` as they open. */
export function openMedia({ db, clock, files, jobs, ticker, config }: MediaPlatform) {
  const publications: Publication[] = []
  const uploads = openUploads({ folder: config.dataFolder, ticker })
  const prepare = { db, clock, files, uploads, scanner: config.scanner }
  jobs.handle(prepareJob, ({ itemId }) => prepareItem(prepare, itemId))
  ticker.every(20_000, 'requeue stalled files', async () => void (await requeueItems(prepare, jobs)))
  const mountUploads = (identify: Identify) => uploads.mount(identify)
  const mountFiles = (identify: Identify) => (app: FastifyInstance) =>
    serveFiles(app, { db, clock, files, publications }, identify)
  return {
    routes: mediaRoutes({ db, clock, jobs, uploads }),
    publications,
    /** Each in a scope of its own: uploads are read by nobody but the library. */
    mount: (identify: Identify) => [mountFiles(identify), mountUploads(identify)],
  }
}
