import { createInterface } from 'node:readline'
import type { ClaimResponse } from '@nguon/contract/claims'
import { type Agent, startAgent } from './agent.ts'
import { type Clock, sleep, systemClock } from './clock/clock.ts'
import { type SimulatedClock, simulatedClock } from './clock/simulated-clock.ts'
import { firmware } from './firmware.ts'
import { backoff } from './link/backoff.ts'
import { AnswerError, claimDevice } from './link/server-http.ts'
import { type Say, sayOn } from './say.ts'
import { readSettings, type Settings, usage } from './settings.ts'
import { openSelfTestLog } from './self-test/self-test-log.ts'
import { fileSink } from './sound/file-sink.ts'
import { programSink } from './sound/program-sink.ts'
import { openAiringLog } from './store/airing-log.ts'
import { lockFolder } from './store/folder-lock.ts'
import { keepIdentity, readIdentity } from './store/identity.ts'
import { openMediaStore } from './store/media-store.ts'
import { openStore, type Store } from './store/store.ts'

const longestBackoff = 60_000

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env)
  if (!(await lockFolder(settings.folder))) throw new Error(`another loudspeaker agent works in ${settings.folder}`)
  const simulated = settings.simulated && simulatedClock(settings.simulated)
  const clock = simulated ?? systemClock()
  const say = sayOn(process.stdout, () => clock.wall())
  const trouble = (name: string, code: string) => say('store-trouble', { name, code })
  const store = openStore(settings.folder, trouble)
  const identity = readIdentity(store) ?? (await claim(settings, store, clock, say))
  const agent = await startAgent({
    settings,
    identity,
    clock,
    sink:
      settings.sink.kind === 'file' ? fileSink(settings.sink.folder, settings.paced) : programSink(settings.sink.kind),
    store,
    selfTests: openSelfTestLog(store, identity.deviceId),
    log: openAiringLog(store, code => trouble('airings.jsonl', code)),
    media: openMediaStore(settings.folder, settings.mediaBudgetBytes),
    say,
  })
  say('ready', { deviceId: identity.deviceId })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      agent.stop()
      process.exit(0)
    })
  if (simulated) await obeyInput(simulated, agent, say)
}

/** A claim is tried until the server says yes or no. */
async function claim(settings: Settings, store: Store, clock: Clock, say: Say): Promise<ClaimResponse> {
  const { claim: code, model, server } = settings
  if (!code) throw new Error('this device has no identity yet: give it its code with --claim')
  for (let failures = 0; ; failures++) {
    try {
      const identity = await clock.during(claimDevice(server, { code, model, firmware }))
      keepIdentity(store, identity)
      return identity
    } catch (error) {
      const refused = error instanceof AnswerError && error.status < 500 && error.status !== 429
      if (refused) throw new Error(`the server did not accept the claim code (${error.status})`, { cause: error })
      say('claim-waits', { why: error instanceof Error ? error.message : String(error) })
      await sleep(clock, backoff(failures, longestBackoff))
    }
  }
}

/** Lines on standard input move a simulated clock; each is answered when everything until then has happened. */
async function obeyInput(clock: SimulatedClock, agent: Agent, say: Say): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line) as { advance?: number; set?: number }
    await clock.advance(order.advance ?? (order.set ?? 0) - (agent.now() ?? 0))
    say('clock', { monotonic: clock.monotonic(), now: agent.now() })
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`)
  process.exit(2)
}

await main().catch(fail)
