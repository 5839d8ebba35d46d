import { topics } from '@nguon/domain/devices'
import type { UnitId } from '@nguon/domain/platform'
import { BrokerAway } from '@nguon/server/brokers'
import type { Devices } from '@nguon/server/devices'
import type { Gateway } from '@nguon/server/gateway'
import type { Keyring } from '@nguon/server/keys'
import { type Platform, transact } from '@nguon/server/platform'
import type { FastifyInstance } from 'fastify'
import { mountAssignmentHttp } from './assignment-http.ts'
import { reissueAssignment } from './reissue-assignment.ts'
import { assignmentRoutes } from './routes.ts'
import { confirmAssignments, unconfirmedAssignments } from './store.ts'

export interface AssignmentParts {
  readonly keyring: Pick<Keyring, 'signingKey'>
  readonly devices: Pick<Devices, 'devicesMoved' | 'heartbeats' | 'refused' | 'troubles'>
  readonly gateway: Pick<Gateway, 'broker'>
}

/** Tells devices that were moved, until they say that they know. */
export async function openAssignments(
  platform: Pick<Platform, 'db' | 'clock' | 'config' | 'announcements'>,
  { keyring, devices, gateway: { broker } }: AssignmentParts,
) {
  const { db, clock, config, announcements } = platform
  const assignmentsMade = announcements.named<{ unitId: UnitId }>('assignmentsMade')

  /** A retained word for each device that does not know yet. An outside broker that is away is told when it returns. */
  const tell = async (unitId: UnitId | null) => {
    try {
      for (const { deviceId, version } of await unconfirmedAssignments(db, unitId)) {
        await broker.publish(topics.assignment(deviceId), JSON.stringify({ version }), { retain: true })
      }
    } catch (error) {
      if (!(error instanceof BrokerAway)) throw error
    }
  }
  assignmentsMade.hear(async ({ unitId }, from) => {
    if (from === 'here' || !broker.shared) await tell(unitId)
  })
  broker.onReturn(() => tell(null))
  devices.heartbeats.onWritten(async heard => {
    const said = heard.flatMap(({ deviceId, lastSeenAt: at, telemetry: { assignmentVersion: version } }) =>
      version === null ? [] : [{ deviceId, version, at }],
    )
    if (said.length > 0) await transact(db, tx => confirmAssignments(tx, said))
  })
  devices.refused.follow(async (tx, { deviceId, refusals }) => {
    const faults = refusals.map(({ subject, fault }) => `${subject} ${fault}`)
    if (!faults.includes('assignment older') && !faults.includes('lineup other-unit')) return
    await reissueAssignment(tx, { clock, assignmentsMade }, deviceId)
  })
  await tell(null)
  return {
    routes: assignmentRoutes(
      { db, clock, zone: config.zone, troubles: devices.troubles },
      { ...devices, assignmentsMade },
    ),
    mount: (app: FastifyInstance) => mountAssignmentHttp(app, { db, clock, keyring }),
  }
}
