import type { Identify, Platform } from '@nguon/server/platform'
import type { FastifyInstance } from 'fastify'
import { type Publication, serveFiles } from './serve-files.ts'

/** The files that go out. `publications` is the list of the modules above that publish: they join it as they open. */
export function openMedia({ db, clock, files }: Pick<Platform, 'db' | 'clock' | 'files'>) {
  const publications: Publication[] = []
  return {
    publications,
    mount: (identify: Identify) => (app: FastifyInstance) =>
      serveFiles(app, { db, clock, files, publications }, identify),
  }
}
