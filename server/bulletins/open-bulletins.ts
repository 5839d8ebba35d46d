import { bulletinsContract } from '@nguon/contract/bulletins'
import type { BulletinId } from '@nguon/domain/platform'
import { following, type Platform, type Transaction, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/web'
import { implement } from '@orpc/server'
import type { BulletinStep } from './bulletin-step.ts'
import type { BulletinParts, Caller } from './bulletin-parts.ts'
import { keepBulletinTasks } from './bulletin-tasks.ts'
import { createBulletin } from './create-bulletin.ts'
import { duplicateBulletin } from './duplicate-bulletin.ts'
import { editBulletin } from './edit-bulletin.ts'
import { expireBulletins } from './expire-bulletins.ts'
import { listBulletins } from './list-bulletins.ts'
import { moveBulletin } from './move-bulletin.ts'
import { readBulletin, readVersion } from './read-bulletin.ts'
import { compareVersions, readHistory } from './read-history.ts'
import { submitBulletin } from './submit-bulletin.ts'

/** The operations on bulletins, the ticker that ends them, and the steps for the modules above to follow. */
export function openBulletins({ db, clock, ticker }: Pick<Platform, 'db' | 'clock' | 'ticker'>) {
  const parts: BulletinParts = { clock, steps: following<BulletinStep>(), created: following() }
  parts.steps.follow((tx, step) => keepBulletinTasks(tx, parts, step))
  ticker.every(10_000, 'expire bulletins', async () => void (await expireBulletins(db, parts)))
  return { routes: bulletinsRoutes(db, parts), parts }
}

function bulletinsRoutes(db: Platform['db'], parts: BulletinParts) {
  const os = implement(bulletinsContract).$context<RequestContext>().use(operationGuard)
  const callerOf = (context: RequestContext): Caller => ({ actor: actorOf(context), address: context.address })

  /** Writes, then answers with the bulletin as it stands after the commit. */
  async function written(context: RequestContext, write: (tx: Transaction, caller: Caller) => Promise<BulletinId>) {
    const caller = callerOf(context)
    const id = await transact(db, tx => write(tx, caller))
    return readBulletin(db, parts, caller.actor, id)
  }

  return os.router({
    list: os.list.handler(({ input, context }) =>
      listBulletins(db, parts, actorOf(context), {
        search: input.search ?? '',
        unitId: input.unitId ?? null,
        onlyUnit: input.onlyUnit,
        topicId: input.topicId ?? null,
        state: input.state ?? null,
        class: input.class ?? null,
        kind: input.kind ?? null,
        from: input.from ?? null,
        until: input.until ?? null,
        sort: input.sort,
        cursor: input.cursor,
        limit: input.limit,
      }),
    ),
    read: os.read.handler(({ input, context }) => readBulletin(db, parts, actorOf(context), input.id)),
    history: os.history.handler(({ input, context }) => readHistory(db, parts, actorOf(context), input)),
    readVersion: os.readVersion.handler(({ input, context }) => readVersion(db, parts, actorOf(context), input)),
    compare: os.compare.handler(({ input, context }) => compareVersions(db, parts, actorOf(context), input)),
    create: os.create.handler(({ input, context }) =>
      written(context, (tx, caller) => createBulletin(tx, parts, caller, input)),
    ),
    edit: os.edit.handler(({ input, context }) =>
      written(context, async (tx, caller) => {
        await editBulletin(tx, parts, caller, input)
        return input.id
      }),
    ),
    duplicate: os.duplicate.handler(({ input: { id, unitId = null, idempotencyKey }, context }) =>
      written(context, (tx, caller) => duplicateBulletin(tx, parts, caller, { id, unitId, idempotencyKey })),
    ),
    submit: os.submit.handler(({ input, context }) =>
      written(context, async (tx, caller) => {
        await submitBulletin(tx, parts, caller, input)
        return input.id
      }),
    ),
    recall: os.recall.handler(({ input, context }) =>
      written(context, async (tx, caller) => {
        await moveBulletin(tx, parts, caller, { ...input, act: 'recall' })
        return input.id
      }),
    ),
    publish: os.publish.handler(({ input, context }) =>
      written(context, async (tx, caller) => {
        await moveBulletin(tx, parts, caller, { ...input, act: 'publish' })
        return input.id
      }),
    ),
    withdraw: os.withdraw.handler(({ input, context }) =>
      written(context, async (tx, caller) => {
        await moveBulletin(tx, parts, caller, { ...input, act: 'withdraw' })
        return input.id
      }),
    ),
  })
}
