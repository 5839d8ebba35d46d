import { setTimeout as sleep } from 'node:timers/promises'
import type { Devices } from '@nguon/server/devices'
import { ConfigFault, type Platform } from '@nguon/server/platform'
import { accountRefused, type Broker, openOutsideBroker, type OutsideBrokerOptions } from '@nguon/server/brokers'
import { keepBrokerAccounts } from './keep-broker-accounts.ts'
import { mosquittoAccounts } from './mosquitto-accounts.ts'

/** A broker that was just told of our account may need this long to take it up. */
const patienceMilliseconds = 15_000
const retryMilliseconds = 300

/** The outside broker of the settings, its accounts kept by us when they say so. */
export async function openNamedBroker(
  platform: Pick<Platform, 'config' | 'db' | 'log' | 'jobs'>,
  devices: Pick<Devices, 'deviceChanged'>,
): Promise<Broker> {
  const { log, config } = platform
  const { mqtt } = config
  if (mqtt.kind !== 'outside') throw new Error('the settings name no outside broker')
  const [username, password] = [mqtt.username ?? '', mqtt.password ?? '']
  const options = {
    url: mqtt.url,
    username,
    password,
    onFault: (error: unknown) => log.warn({ error }, 'the outside broker'),
  }
  if (!mqtt.accounts) return openAccepted(options, 0)
  const accounts = mosquittoAccounts({ ...mqtt.accounts, server: { username, password } })
  const kept = keepBrokerAccounts(platform, devices, accounts)
  // Before the first connection: our own account is among them.
  await kept.reconcile().catch((error: unknown) => {
    throw new ConfigFault([`NGUON_MQTT_ACCOUNTS: the accounts cannot be kept: ${String(error)}`])
  })
  const broker = await openAccepted(options, patienceMilliseconds)
  broker.onReturn(() => {
    kept.reconcile().catch((error: unknown) => log.error({ error }, 'the accounts of the outside broker'))
  })
  return broker
}

async function openAccepted(options: OutsideBrokerOptions, patience: number): Promise<Broker> {
  const until = performance.now() + patience
  for (;;) {
    try {
      return await openOutsideBroker(options)
    } catch (error) {
      if (!accountRefused(error)) throw error
      if (performance.now() >= until) {
        throw new ConfigFault([
          `NGUON_MQTT_USERNAME, NGUON_MQTT_PASSWORD: the broker does not accept them: ${String(error)}`,
        ])
      }
    }
    await sleep(retryMilliseconds)
  }
}
