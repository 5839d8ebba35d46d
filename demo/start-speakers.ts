import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { runSpeaker, type SpeakerOrder, type SpeakerProcess } from './run-speaker.ts'
import { sampleSpeakers } from './sample/devices.ts'
import type { Visit } from './visit.ts'

interface DeviceAnswer {
  readonly id: DeviceId
  readonly name: string
}

/** Registers the sample loudspeakers as a technician would, claims each by its code and starts it. */
export async function startSpeakers(
  technician: Visit,
  place: Pick<SpeakerOrder, 'server' | 'mqtt' | 'folder' | 'paced'> & {
    units: ReadonlyMap<string, UnitId>
    communeId: UnitId
  },
): Promise<SpeakerProcess[]> {
  const known = await technician.get<{ items: DeviceAnswer[] }>(`/devices?unitId=${place.communeId}&limit=200`)
  const starts = await Promise.allSettled(
    sampleSpeakers.map(async sample => {
      const before = known.items.find(device => device.name === sample.name)
      const { device, claim } = before ? await claimAgain(technician, place.folder, before) : await register(sample)
      return runSpeaker({
        name: sample.name,
        deviceId: device.id,
        folder: join(place.folder, device.id),
        server: place.server,
        mqtt: place.mqtt,
        claim,
        paced: place.paced,
      })
    }),
  )
  const started = starts.flatMap(start => (start.status === 'fulfilled' ? [start.value] : []))
  const failed = starts.find(start => start.status === 'rejected')
  if (!failed) return started
  await Promise.all(started.map(speaker => speaker.stop()))
  throw failed.reason

  async function register(sample: (typeof sampleSpeakers)[number]) {
    const { device, claim } = await technician.send<{ device: DeviceAnswer; claim: { code: string } }>(
      'POST',
      '/devices',
      {
        unitId: place.communeId,
        kind: 'speaker',
        name: sample.name,
        villageId: place.units.get(sample.villageCode) ?? null,
        latitude: sample.latitude,
        longitude: sample.longitude,
        households: sample.households,
        horns: sample.horns,
        wattsPerHorn: sample.wattsPerHorn,
        simCarrier: sample.simCarrier,
        simNumber: null,
        note: '',
      },
    )
    return { device, claim: claim.code }
  }
}

/** A loudspeaker whose folder is still there knows who it is; one that lost it gets a new code. */
async function claimAgain(technician: Visit, folder: string, device: DeviceAnswer) {
  if (existsSync(join(folder, device.id, 'identity.json'))) return { device, claim: null }
  const { code } = await technician.send<{ code: string }>('POST', `/devices/${device.id}/claim-code`, {})
  return { device, claim: code }
}
