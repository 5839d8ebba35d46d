import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse } from '@nguon/tests/house'
import { settled } from '@nguon/tests/settled'
import { expect, it } from 'vitest'

it('the figures tell what the product does: devices, jobs, the trail, line-ups and answers by status', async () => {
  const house = await openTestHouse()
  await claimedDevice(house, '24343')
  await settled(house)
  await house.visitor().call('GET', '/auth/me')
  await house.visitor().call('GET', '/auth/me')
  const text = await (await fetch(`${house.url}/metrics`)).text()
  const figure = (name: string) => {
    const line = text.split('\n').find(candidate => candidate.startsWith(`${name} `))
    return line === undefined ? null : Number(line.slice(name.length + 1))
  }
  expect(figure('nguon_devices_connected')).toBe(0)
  expect(figure('nguon_jobs_waiting{job="lineups.plan"}')).toBe(0)
  expect(figure('nguon_audit_unsealed_seconds')).toBeLessThan(10)
  expect(figure('nguon_audit_holds')).toBe(1)
  expect(figure('nguon_lineup_oldest_seconds')).toBeLessThan(120)
  expect(figure('nguon_http_seconds_count{method="GET",status="401"}')).toBe(2)
  expect(figure('process_resident_memory_bytes')).toBeGreaterThan(1e6)
  expect(await (await fetch(`${house.url}/healthz`)).json()).toEqual({ status: 'ok' })
  await house.close()
})
