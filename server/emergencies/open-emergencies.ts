import { emergenciesMessageSchema } from '@nguon/contract/emergencies'
import type { EmergencyId } from '@nguon/domain/emergencies'
import type { Devices } from '@nguon/server/devices'
import type { Gateway } from '@nguon/server/gateway'
import type { Keyring } from '@nguon/server/keys'
import { type Platform, transact } from '@nguon/server/platform'
import type { Speaking } from '@nguon/server/voice'
import type { FastifyInstance } from 'fastify'
import { askOthers } from './ask-emergency.ts'
import { mountEmergencyHttp } from './device-http.ts'
import { hearReports } from './hear-reports.ts'
import { makeSound, makeSoundJob, requeueSounds, type SoundParts } from './make-sound.ts'
import { emergencyRoutes } from './routes.ts'
import { sendAhead, sendDue, sendSigned } from './send-documents.ts'
import { expiredEmergencies, markEnded } from './store.ts'

export interface EmergencyNeeds {
  readonly keyring: Pick<Keyring, 'signingKey'>
  readonly devices: Pick<Devices, 'upMessages'>
  readonly gateway: Pick<Gateway, 'broker'>
  readonly speaking: Speaking
}

/** Emergencies and drills, from the first word to the last loudspeaker. */
export function openEmergencies(
  platform: Pick<Platform, 'db' | 'clock' | 'files' | 'jobs' | 'announcements' | 'ticker'>,
  { keyring, devices, gateway, speaking }: EmergencyNeeds,
) {
  const { db, clock, files, jobs, ticker } = platform
  const { broker } = gateway
  const sending = { db, clock, broker }
  const emergencySigned = platform.announcements.named<{ messageId: EmergencyId }>('emergencySigned')
  // Devices may be connected to the embedded broker of another server than the one where it was confirmed.
  emergencySigned.hear(async ({ messageId }, from) => {
    if (from === 'here' || !broker.shared) await sendSigned(sending, messageId)
  })
  const sounds: SoundParts = { db, clock, files, speaking, made: id => sendAhead({ ...sending, keyring }, id) }
  jobs.handle(makeSoundJob, ({ messageId, part }) => makeSound(sounds, messageId, part))
  ticker.every(1_000, 'send emergencies', () => sendDue(sending))
  ticker.every(5_000, 'ask to confirm', () => askOthers(db, { clock }))
  ticker.every(5_000, 'end emergencies', async () => {
    const now = clock.now()
    for (const id of await expiredEmergencies(db, now)) await transact(db, tx => markEnded(tx, id, now))
  })
  ticker.every(5_000, 'requeue sounds of emergencies', () => requeueSounds(sounds, jobs))
  devices.upMessages.register({
    kind: 'emergencies',
    schema: emergenciesMessageSchema,
    hear: async (deviceId, { emergencies }) => {
      await hearReports({ db, clock }, deviceId, emergencies)
      return null
    },
  })
  return {
    routes: emergencyRoutes({ db, clock, jobs, keyring, emergencySigned }),
    mount: (app: FastifyInstance) => mountEmergencyHttp(app, { db, clock }),
  }
}
