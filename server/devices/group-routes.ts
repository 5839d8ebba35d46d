import { groupContract } from '@nguon/contract/devices'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { maySeeDevices } from '@nguon/domain/devices'
import type { GroupId } from '@nguon/domain/platform'
import { once, type Platform, transact } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { groupsOfUnit, readGroup } from './group-store.ts'
import { changeGroup, createGroup, type GroupParts, removeGroup } from './keep-group.ts'

export function groupRoutes(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  followings: Pick<GroupParts, 'deviceChanged' | 'groupLeaving'>,
) {
  const os = implement(groupContract).$context<RequestContext>().use(operationGuard)
  const parts = { clock, ...followings }
  const shown = async (groupId: GroupId) => {
    const group = await readGroup(db, groupId)
    if (!group) throw new Refusal(platformRefusals.NOT_FOUND)
    return group
  }
  return os.router({
    groups: os.groups.handler(async ({ input, context }) => {
      requireRight(maySeeDevices(actorOf(context), await readUnitPath(db, { clock }, input.unitId)))
      return groupsOfUnit(db, input.unitId)
    }),
    createGroup: os.createGroup.handler(async ({ input, context }) => {
      const { idempotencyKey: key, ...group } = input
      const actor = actorOf(context)
      const repeatable = { accountId: actor.accountId, operation: 'devices.createGroup', key, input: group }
      const { groupId } = await transact(db, tx =>
        once(tx, { clock }, repeatable, async () => ({ groupId: await createGroup(tx, parts, actor, group) })),
      )
      return shown(groupId)
    }),
    updateGroup: os.updateGroup.handler(async ({ input, context }) => {
      await transact(db, tx => changeGroup(tx, parts, actorOf(context), input))
      return shown(input.groupId)
    }),
    removeGroup: os.removeGroup.handler(async ({ input, context }) => {
      await transact(db, tx => removeGroup(tx, parts, actorOf(context), input))
      return { removed: true as const }
    }),
  })
}
