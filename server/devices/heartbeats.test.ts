import { readFileSync } from 'node:fs'
import type { Telemetry } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import { openTicker, settableClock } from '@nguon/server/platform'
import { openTestHouse } from '@nguon/tests/house'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { openHeartbeats } from './heartbeats.ts'

const example = new URL('../../contract/examples/devices/heartbeat.json', import.meta.url)
const { telemetry } = JSON.parse(readFileSync(example, 'utf8')) as { telemetry: Telemetry }
const deviceId = 'd'.repeat(26) as DeviceId

it('one who fails at what devices say keeps no other from seeing it', async () => {
  const clock = settableClock(Date.UTC(2026, 10, 21, 1))
  const house = await openTestHouse({ clock })
  const ticker = openTicker({ log: pino({ level: 'silent' }) })
  const heartbeats = openHeartbeats({ db: house.db, clock, ticker })
  const seen: DeviceId[] = []
  heartbeats.onWritten(() => Promise.reject(new Error('no room for another hour')))
  heartbeats.onWritten(async heard => void seen.push(...heard.map(({ deviceId: id }) => id)))
  heartbeats.hear(deviceId, telemetry)
  await expect(heartbeats.flush()).rejects.toMatchObject({ errors: [{ message: 'no room for another hour' }] })
  expect(seen).toEqual([deviceId])
  await ticker.stop()
  await house.close()
})
