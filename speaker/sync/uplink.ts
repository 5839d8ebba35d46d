import { acknowledgementSchema } from '@nguon/contract/airings'
import { type RefusalReport, refusalsMessageSchema } from '@nguon/contract/devices'
import type { EmergencyReport } from '@nguon/contract/emergencies'
import type { Airing } from '@nguon/domain/airings'
import type { Telemetry } from '@nguon/domain/devices'
import { z } from 'zod'
import type { Clock } from '../clock/clock.ts'
import type { TrustedTime } from '../clock/trusted-time.ts'
import type { Broker } from '../link/broker.ts'
import type { ServerHttp } from '../link/server-http.ts'
import type { SelfTestLog } from '../self-test/self-test-log.ts'
import type { AiringLog } from '../store/airing-log.ts'
import type { Store } from '../store/store.ts'

export interface Uplink {
  report(refusal: RefusalReport): void
  heartbeat(telemetry: Telemetry): void
  /** How they stand now: told at once, and again with each heartbeat as long as there are any. */
  emergencies(reports: readonly EmergencyReport[]): void
  /** Sends what waits, if there is a way. */
  pump(): void
  acknowledged(payload: unknown): void
}

export interface UplinkNeeds {
  readonly clock: Clock
  readonly time: TrustedTime
  readonly store: Store
  readonly log: AiringLog
  readonly selfTests: SelfTestLog
  readonly broker: () => Broker | null
  readonly http: ServerHttp
  /** Whether the last thing heard of the server over HTTP was an answer. */
  readonly reachable: () => boolean
}

const airingsAtOnce = 100
/** Half of what a broker takes in one packet. */
const mostBytes = 128_000
const mostRefusals = 100
const acknowledgedWithin = 30_000
/** The same complaint is not repeated within this time. */
const sameRefusal = 600_000
const file = 'refusals.json'
const refusalsSchema = refusalsMessageSchema.shape.refusals.or(z.array(z.never()))

/** What goes up: by MQTT when its line stands, else by HTTP. Airings are sent until acknowledged. */
export function openUplink(needs: UplinkNeeds): Uplink {
  const { clock, time, store, log, selfTests, http } = needs
  let refusals: readonly RefusalReport[] = store.readJson(file, refusalsSchema) ?? []
  let emergencies: readonly EmergencyReport[] = []
  let emergenciesTold = true
  const reportedAt = new Map<string, number>()
  let awaited: { readonly seq: number; readonly until: number } | null = null
  let unanswered = 0
  let [pumping, more] = [false, false]

  /** True when it certainly arrived. */
  async function send(message: unknown): Promise<boolean> {
    const broker = needs.broker()
    try {
      if (broker?.connected() && unanswered < 2) {
        await clock.during(broker.publish(message))
        return true
      }
      if (!needs.reachable()) return false
      const { acknowledged } = await clock.during(http.post(message))
      if (acknowledged) takeAcknowledgement(acknowledged)
      return true
    } catch {
      return false
    }
  }

  function takeAcknowledgement(acknowledgement: { log: string; seq: number }): void {
    selfTests.acknowledge(acknowledgement)
    if (acknowledgement.log !== log.log) return
    log.acknowledge(acknowledgement, time.now())
    awaited = null
    unanswered = 0
  }

  async function sendRefusals(): Promise<boolean> {
    if (refusals.length === 0) return true
    const sent = refusals
    if (!(await send({ kind: 'refusals', refusals: sent }))) return false
    refusals = refusals.filter(refusal => !sent.includes(refusal))
    store.write(file, JSON.stringify(refusals))
    return true
  }

  /** Before all else: people watch which loudspeakers sound. */
  async function sendEmergencies(): Promise<boolean> {
    if (emergenciesTold || emergencies.length === 0) return true
    const sent = emergencies
    if (!(await send({ kind: 'emergencies', emergencies: sent }))) return false
    if (sent === emergencies) emergenciesTold = true
    else more = true
    return true
  }

  /** Few and small: what is not acknowledged goes out with every pump. */
  async function sendSelfTests(): Promise<void> {
    const tests = selfTests.unacknowledged()
    if (tests.length > 0) await send({ kind: 'self-tests', tests })
  }

  async function sendAirings(): Promise<boolean> {
    if (awaited && clock.monotonic() < awaited.until) return false
    if (awaited) unanswered += 1
    const airings = withinBytes(log.unacknowledged(airingsAtOnce))
    const last = airings.at(-1)
    if (!last) return false
    awaited = { seq: last.seq, until: clock.monotonic() + acknowledgedWithin }
    if (!(await send({ kind: 'airings', airings }))) {
      awaited = null
      return false
    }
    return awaited === null
  }

  async function work(): Promise<void> {
    more = true
    if (pumping) return
    pumping = true
    try {
      while (more) {
        more = false
        if ((await sendEmergencies()) && (await sendRefusals())) {
          await sendSelfTests()
          while (await sendAirings());
        }
      }
    } finally {
      pumping = false
    }
  }

  return {
    report(refusal) {
      const key = `${refusal.subject} ${refusal.fault} ${refusal.detail}`
      const before = reportedAt.get(key)
      if (before !== undefined && clock.monotonic() - before < sameRefusal) return
      if (reportedAt.size > 1000) reportedAt.clear()
      reportedAt.set(key, clock.monotonic())
      refusals = [...refusals, { ...refusal, detail: refusal.detail.slice(0, 500) }].slice(-mostRefusals)
      store.write(file, JSON.stringify(refusals))
      void work()
    },
    heartbeat(telemetry) {
      emergenciesTold = false
      void send({ kind: 'heartbeat', telemetry })
    },
    emergencies(reports) {
      emergencies = reports
      emergenciesTold = false
      void work()
    },
    pump: () => void work(),
    acknowledged(payload) {
      const acknowledgement = acknowledgementSchema.safeParse(payload)
      if (!acknowledgement.success) return
      takeAcknowledgement(acknowledgement.data)
      void work()
    },
  }
}

/** The first of them that fit in one packet, at least one. */
function withinBytes(airings: readonly Airing[]): readonly Airing[] {
  let bytes = 0
  const tooMuch = airings.findIndex((airing, index) => {
    bytes += Buffer.byteLength(JSON.stringify(airing)) + 1
    return index > 0 && bytes > mostBytes
  })
  return tooMuch === -1 ? airings : airings.slice(0, tooMuch)
}
