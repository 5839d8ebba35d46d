import type { Session } from '@nguon/domain/airings'
import type { Instant } from '@nguon/domain/platform'
import type { PlannedItem } from '@nguon/server/lineups'
import type { ItemCount } from './store.ts'

/** Devices upload at once when they can; what is missing this long after the end is not just late. */
const patience = 120_000

/** Puts plan and proof together: one line per item, over all audiences that share it, in order of start. */
export function sessionsOfDay(items: readonly PlannedItem[], counts: readonly ItemCount[], now: Instant): Session[] {
  const sessions = new Map<string, Session>()
  for (const item of items) {
    const known = sessions.get(item.itemId)
    const { itemId, slotId, title, class: bulletinClass, startsAt, endsAt, bulletinIds } = item
    sessions.set(
      itemId,
      known
        ? { ...known, devices: known.devices + item.devices }
        : {
            itemId,
            slotId,
            title,
            class: bulletinClass,
            startsAt,
            endsAt,
            bulletinIds,
            devices: item.devices,
            results: {},
            waiting: 0,
            unheard: 0,
          },
    )
  }
  return [...sessions.values()].map(session => {
    const results = Object.fromEntries(
      counts.filter(({ itemId }) => itemId === session.itemId).map(({ result, devices }) => [result, devices]),
    )
    const told = Object.values(results).reduce((sum, devices) => sum + devices, 0)
    const missing = Math.max(0, session.devices - told)
    const over = now > session.endsAt + patience
    return { ...session, results, waiting: over ? 0 : missing, unheard: over ? missing : 0 }
  })
}
