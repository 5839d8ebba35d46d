import { measure, type Platform } from '@nguon/server/platform'
import { anchorPath, moveAnchor } from './anchor.ts'
import { sealLines } from './seal-lines.ts'
import { oldestUnsealedAt } from './store.ts'

const alarmAfterMilliseconds = 10_000

type Parts = Pick<Platform, 'db' | 'clock' | 'config' | 'ticker' | 'health' | 'metrics' | 'log'>

/** Starts the sealer, keeps an anchor of what it sealed outside of the database, and checks that both hold. */
export function openAudit({ db, clock, config, ticker, health, metrics, log }: Parts): void {
  const path = anchorPath(config)
  let holds = true
  ticker.every(1000, 'seal audit lines', async () => {
    await sealLines(db, { clock })
    const held = await moveAnchor(db, path)
    if (holds && !held) log.error({ path }, 'the audit trail no longer holds what was sealed before')
    holds = held
  })
  const unsealedFor = async () => clock.now() - ((await oldestUnsealedAt(db)) ?? clock.now())
  const figure = {
    name: 'nguon_audit_unsealed_seconds',
    help: 'How long the oldest line of the trail waits for its seal',
  }
  measure(metrics, figure, async () => (await unsealedFor()) / 1000)
  const whole = {
    name: 'nguon_audit_holds',
    help: '1 while the trail holds what was sealed before, 0 once its end was cut or made anew',
  }
  measure(metrics, whole, () => Number(holds))
  health.push({
    name: 'audit',
    check: async () => {
      const waiting = await unsealedFor()
      return waiting <= alarmAfterMilliseconds ? null : `a line has been unsealed for ${Math.round(waiting / 1000)} s`
    },
  })
}
