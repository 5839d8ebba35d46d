import { deviceRefusals } from '@nguon/contract/devices'
import { Refusal } from '@nguon/contract/platform'
import type { GroupId } from '@nguon/domain/platform'
import { comingOccurrences } from '@nguon/domain/slots'
import type { Transaction } from '@nguon/server/platform'
import { type ScheduleParts, slotsNamingGroup } from '@nguon/server/schedule'

/** A group some slot still names stays. @throws GROUP_IN_USE with the titles of the slots that have not ended */
export async function refuseUsedGroup(
  tx: Transaction,
  { clock, zone }: ScheduleParts,
  { groupId }: { readonly groupId: GroupId },
): Promise<void> {
  const slots = await slotsNamingGroup(tx, groupId)
  const live = slots.filter(slot => comingOccurrences(slot, clock.now(), zone).length > 0)
  if (live.length === 0) return
  throw new Refusal(deviceRefusals.GROUP_IN_USE, {
    slots: live.map(({ title }) => `“${title}”`).join(', '),
    slotIds: live.map(({ id }) => id),
  })
}
