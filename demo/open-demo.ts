import type { AccountId, UnitId } from '@nguon/domain/platform'
import { openServer, type Server } from '@nguon/server'
import { openPlatform, type Platform, readConfig, transact } from '@nguon/server/platform'
import { join } from 'node:path'
import { type Crew } from './journey.ts'
import type { SpeakerProcess } from './run-speaker.ts'
import { seedCalendar } from './seed-calendar.ts'
import { seedRules } from './seed-rules.ts'
import { sampleUnitRules } from './sample/unit-rules.ts'
import { seedProvince, type SamplePerson } from './seed-province.ts'
import { startSpeakers } from './start-speakers.ts'
import { teachNames } from './teach-names.ts'
import { type Visit, visitBy } from './visit.ts'

/** The commune of the sample province whose loudspeakers are here. */
const communeCode = '24343'
const provinceCode = '66'

export interface Demo {
  readonly platform: Platform
  readonly server: Server
  readonly communeId: UnitId
  readonly people: readonly SamplePerson[]
  readonly crew: Crew
  readonly speakers: readonly SpeakerProcess[]
  /** A one-time address that signs this account in on this machine. */
  signInAddress(accountId: AccountId): Promise<string>
  close(): Promise<void>
}

export interface DemoOptions {
  readonly dataFolder: string
  readonly port: number
  readonly paced: boolean
  readonly language: 'vi' | 'en'
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** What is open, closed in the reverse order, whole or half built. */
type Open = { close(): Promise<void> }[]

/** The whole system in one process tree: database, broker, server, screens, sample provinces, loudspeakers. */
export async function openDemo(options: DemoOptions): Promise<Demo> {
  const { dataFolder, port, environment } = options
  const config = readConfig({
    ...environment,
    NGUON_DATA: dataFolder,
    NGUON_PORT: String(port),
    NGUON_MQTT_PORT: environment['NGUON_MQTT_PORT'] ?? '0',
    NGUON_LOG_LEVEL: environment['NGUON_LOG_LEVEL'] ?? 'error',
  })
  const platform = await openPlatform(config)
  const open: Open = [platform]
  const close = async () => {
    for (const part of open.splice(0).reverse()) await part.close()
  }
  try {
    return { ...(await openParts(platform, options, open)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openParts(
  platform: Platform,
  { dataFolder, paced, language }: DemoOptions,
  open: Open,
): Promise<Omit<Demo, 'close'>> {
  const server = await openServer(platform, { demo: true })
  open.push(server)
  const { units, people } = await seedProvince(platform, server)
  const communeId = units.get(communeCode)
  const provinceId = units.get(provinceCode)
  if (!communeId || !provinceId) throw new Error('the sample province has lost its commune')

  const linkFor = async (accountId: AccountId) => {
    const { path } = await transact(platform.db, tx => server.entrance.createSignInLink(tx, accountId))
    return path
  }
  const visitAs = async (userName: string): Promise<Visit> => {
    const person = people.find(({ username }) => username === userName)
    if (!person) throw new Error(`there is no sample account ${userName}`)
    return visitBy(server.url, await linkFor(person.accountId), language)
  }
  await teachNames(await visitAs('quantri.daklak'), provinceId)
  await seedCalendar(await visitAs('quantri.daklak'), provinceId)
  const approver = await visitAs('duyet.krongnang')
  const rulers = [
    { visit: await visitAs('quantri.daklak'), unitId: provinceId, unitCode: provinceCode },
    { visit: approver, unitId: communeId, unitCode: communeCode },
  ]
  for (const ruler of rulers) {
    const sample = sampleUnitRules.find(({ unitCode }) => unitCode === ruler.unitCode)
    if (sample) await seedRules(ruler, sample)
  }
  const crew = {
    author: await visitAs('bientap.krongnang'),
    approver,
    operator: await visitAs('vanhanh.krongnang'),
    rulers,
  }
  const speakers = await startSpeakers(await visitAs('kythuat.krongnang'), {
    units,
    communeId,
    server: server.url,
    // The embedded broker named at the claim was of an earlier start: its port is another now.
    mqtt: platform.config.mqtt.kind === 'embedded' ? `${server.url.replace(/^http/, 'ws')}/mqtt` : null,
    folder: join(dataFolder, 'speakers'),
    paced,
  })
  open.push({ close: async () => void (await Promise.all(speakers.map(speaker => speaker.stop()))) })
  return {
    platform,
    server,
    communeId,
    people,
    crew,
    speakers,
    signInAddress: async accountId => new URL(await linkFor(accountId), server.url).toString(),
  }
}
