import type { AnyRouter } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { isPublishedSound, openApproval } from '@nguon/server/approval'
import { openAirings } from '@nguon/server/airings'
import { alarmTaskKinds, openAlarms } from '@nguon/server/alarms'
import { openAssignments } from '@nguon/server/assignments'
import { auditRoutes, openAudit } from '@nguon/server/audit'
import { bulletinTaskKinds, isPublishedAttachment, openBulletins } from '@nguon/server/bulletins'
import { emergencyTaskKinds, openEmergencies } from '@nguon/server/emergencies'
import { countDevicesIn, openDevices } from '@nguon/server/devices'
import { identifyDevice } from '@nguon/server/claims'
import { type Entrance, openEntrance } from '@nguon/server/entrance'
import { openCalendar } from '@nguon/server/calendar'
import { openGateway } from '@nguon/server/gateway'
import { type Identity, openIdentity } from '@nguon/server/identity'
import { openKeys } from '@nguon/server/keys'
import { openMedia } from '@nguon/server/media'
import type { Platform } from '@nguon/server/platform'
import { closeHttp, type Identify, openHttp } from '@nguon/server/web'
import { openLineups } from '@nguon/server/lineups'
import { openPoles } from '@nguon/server/poles'
import { openRules } from '@nguon/server/rules'
import { openProgrammes } from '@nguon/server/programmes'
import { openSchedule } from '@nguon/server/schedule'
import { openSlots, slotTaskKinds } from '@nguon/server/slots'
import { openTakings, takingTaskKinds } from '@nguon/server/takings'
import { openTasks } from '@nguon/server/tasks'
import { openTelemetry } from '@nguon/server/telemetry'
import { openTerritory, readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { openVoice, voiceTaskKinds } from '@nguon/server/voice'
import { serveConsole } from './serve-console.ts'

export interface Server {
  /** Where the pages and the interface are reached on this machine. */
  readonly url: string
  readonly app: FastifyInstance
  readonly identity: Identity
  readonly entrance: Entrance
  /** Every operation that is served. */
  readonly router: Readonly<Record<string, AnyRouter>>
  /** Has the first bulletin after a start not wait for its voice. Nothing waits for this. */
  warmUp(): Promise<void>
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

  const keys = await openKeys(platform)
  openAudit(platform)
  const audit = auditRoutes(platform, {
    pathOf: (db, unitId) => readUnitPath(db, platform, unitId),
    unitsBelow: (db, unitId) => readUnitsBelow(db, platform, unitId),
  })
  const territory = openTerritory(platform)
  const identity = openIdentity(platform)
  const entrance = await openEntrance(platform, { identity, keys }, { demo })
  const calendar = openCalendar(platform)
  const tasks = openTasks(platform)
  const media = openMedia(platform)
  const programmes = openProgrammes(platform)
  const bulletins = openBulletins(platform)
  const voice = openVoice(platform, bulletins)
  const approval = openApproval(platform, bulletins)
  media.publications.push({ isPublished: isPublishedAttachment }, { isPublished: isPublishedSound })
  const devices = openDevices(platform, keys.keyring)
  territory.uses.push({ name: 'cụm loa', count: countDevicesIn })
  const telemetry = await openTelemetry(platform, devices)
  const gateway = await openGateway(platform, devices)
  const rules = openRules(platform, calendar)
  const schedule = openSchedule(platform, { approval, programmes })
  const slots = openSlots(platform, { approval, bulletins, devices, schedule })
  const takings = openTakings(platform, { schedule })
  const lineups = await openLineups(platform, { keyring: keys.keyring, devices, gateway, rules, schedule })
  const assignments = await openAssignments(platform, { keyring: keys.keyring, devices, gateway })
  const airings = openAirings(platform, devices)
  const alarms = openAlarms(platform, { devices, airings })
  const poles = openPoles(platform)
  const emergencies = openEmergencies(platform, {
    keyring: keys.keyring,
    devices,
    gateway,
    speaking: voice.speaking,
  })
  tasks.kinds.push(
    ...bulletinTaskKinds,
    ...voiceTaskKinds,
    ...slotTaskKinds,
    ...takingTaskKinds,
    ...alarmTaskKinds,
    ...emergencyTaskKinds,
  )

  const router: Record<string, AnyRouter> = {
    audit,
    territory: territory.router,
    session: entrance.sessions,
    accounts: { ...identity.accounts, ...entrance.accounts },
    unitSets: identity.unitSets,
    calendar: calendar.routes,
    tasks: tasks.routes,
    media: media.routes,
    bulletins: bulletins.routes,
    voice: voice.routes,
    approval: approval.routes,
    devices: { ...devices.routes, ...assignments.routes },
    telemetry: telemetry.routes,
    rules: rules.routes,
    schedule: { ...schedule.routes, ...slots.routes, ...takings.routes },
    airings: airings.routes,
    alarms: alarms.routes,
    poles: poles.routes,
    emergencies: emergencies.routes,
  }
  const identify: Identify = async request => ({
    actor: await entrance.identify(request),
    deviceId: await identifyDevice(platform.db, request.headers.authorization),
  })

  const app = await openHttp({
    log,
    router,
    identify,
    health,
    metrics,
    metricsToken: config.metricsToken,
    mount: [
      scope => serveConsole(scope, { mapTiles: config.mapTiles }),
      entrance.mount,
      ...media.mount(identify),
      devices.mount(request => gateway.mqttUrl(request)),
      lineups.mount,
      assignments.mount,
      poles.mount,
      emergencies.mount,
    ],
    tls: config.tls,
    bodyLimits: territory.bodyLimits,
  })
  gateway.attach(app)
  await jobs.start()
  await schedule.prepareAll()
  await app.listen({ host: config.host, port: config.port })
  return {
    url: addressOf(app, config),
    app,
    identity,
    entrance,
    router,
    warmUp: voice.warmUp,
    close: async () => {
      await closeHttp(app)
      await voice.close()
      await gateway.close()
      await devices.heartbeats.flush()
      await telemetry.flush()
    },
  }
}

function addressOf(app: FastifyInstance, { host, tls }: Platform['config']): string {
  const bound = app.server.address()
  const port = typeof bound === 'object' ? bound?.port : bound
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
