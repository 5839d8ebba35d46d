import type { AnyRouter } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { isPublishedSound, openApproval } from '@nguon/server/approval'
import { openAirings } from '@nguon/server/airings'
import { auditRoutes, openAudit } from '@nguon/server/audit'
import { isPublishedAttachment, openBulletins } from '@nguon/server/bulletins'
import { identifyDevice, openDevices } from '@nguon/server/devices'
import { openGateway } from '@nguon/server/gateway'
import { type Identity, openIdentity } from '@nguon/server/identity'
import { openMedia } from '@nguon/server/media'
import { closeHttp, type Identify, openHttp, type Platform } from '@nguon/server/platform'
import { openLineups } from '@nguon/server/lineups'
import { openRules } from '@nguon/server/rules'
import { openSchedule } from '@nguon/server/schedule'
import { openTasks } from '@nguon/server/tasks'
import { openTerritory, readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { openVoice } from '@nguon/server/voice'
import { serveConsole } from './serve-console.ts'

export interface Server {
  /** Where the pages and the interface are reached on this machine. */
  readonly url: string
  readonly app: FastifyInstance
  readonly identity: Identity
  /** Every operation that is served. */
  readonly router: Readonly<Record<string, AnyRouter>>
  close(): Promise<void>
}

export interface ServerOptions {
  /** Opens what only a demo on one's own machine may have: sign-in by one-time links without a password. */
  readonly demo?: boolean
}

/**
 * The house, from the ground up: the order below is the order of boot, of import and of reading. Each module is handed
 * what it needs by name; what it returns is for the modules after it.
 */
export async function openServer(platform: Platform, { demo = false }: ServerOptions = {}): Promise<Server> {
  const { config, log, metrics, health, jobs } = platform

  openAudit(platform)
  const audit = auditRoutes(platform, {
    pathOf: (db, unitId) => readUnitPath(db, platform, unitId),
    unitsBelow: (db, unitId) => readUnitsBelow(db, platform, unitId),
  })
  const territory = openTerritory(platform)
  const identity = await openIdentity(platform, { demo })
  const tasks = openTasks(platform)
  const media = openMedia(platform)
  const bulletins = openBulletins(platform)
  const voice = openVoice(platform, bulletins)
  const approval = openApproval(platform, bulletins)
  media.publications.push({ isPublished: isPublishedAttachment }, { isPublished: isPublishedSound })
  const devices = openDevices(platform)
  const gateway = await openGateway(platform, devices)
  const rules = openRules(platform)
  const schedule = openSchedule(platform, approval)
  const lineups = await openLineups(platform, { devices, gateway, rules, schedule })
  const airings = openAirings(platform, devices)

  const router: Record<string, AnyRouter> = {
    audit,
    territory: territory.router,
    session: identity.sessions,
    accounts: identity.accounts,
    tasks: tasks.routes,
    media: media.routes,
    bulletins: bulletins.routes,
    voice: voice.routes,
    approval: approval.routes,
    devices: devices.routes,
    rules: rules.routes,
    schedule: schedule.routes,
    airings: airings.routes,
  }
  const identify: Identify = async request => ({
    actor: await identity.identify(request),
    deviceId: await identifyDevice(platform.db, request.headers.authorization),
  })

  const app = await openHttp({
    log,
    router,
    identify,
    health,
    metrics,
    mount: [
      serveConsole,
      identity.mount,
      ...media.mount(identify),
      devices.mount(request => gateway.mqttUrl(request)),
      lineups.mount,
    ],
    tls: config.tls,
    bodyLimits: territory.bodyLimits,
  })
  gateway.attach(app)
  await jobs.start()
  await app.listen({ host: config.host, port: config.port })
  return {
    url: addressOf(app, config),
    app,
    identity,
    router,
    close: async () => {
      await closeHttp(app)
      await voice.close()
      await gateway.close()
      await devices.heartbeats.flush()
    },
  }
}

function addressOf(app: FastifyInstance, { host, tls }: Platform['config']): string {
  const bound = app.server.address()
  const port = typeof bound === 'object' ? bound?.port : bound
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
