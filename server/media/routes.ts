import { mediaContract } from '@nguon/contract/media'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type MediaItem, type MediaItemId, mayKeepMedia, mayReadMedia } from '@nguon/domain/media'
import { type Actor, foldVietnamese, type UnitPath } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Database, type Platform, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, pageFrom, readCursor, type RequestContext, requireRight } from '@nguon/server/web'
import { readUnitPath } from '@nguon/server/territory'
import { implement } from '@orpc/server'
import { registerUpload } from './register-upload.ts'
import { findItem, listItems, type StoredItem, updateItemWords } from './store.ts'
import type { Uploads } from './uploads.ts'

export function mediaRoutes({
  db,
  clock,
  jobs,
  uploads,
}: Pick<Platform, 'db' | 'clock' | 'jobs'> & { uploads: Uploads }) {
  const os = implement(mediaContract).$context<RequestContext>().use(operationGuard)

  async function itemFor(
    reader: Database,
    actor: Actor,
    id: MediaItemId,
    may: (actor: Actor, path: UnitPath) => boolean,
  ): Promise<StoredItem> {
    const item = await findItem(reader, id)
    if (!item) throw new Refusal(platformRefusals.NOT_FOUND)
    requireRight(may(actor, await readUnitPath(reader, { clock }, item.unitId)))
    return item
  }

  return os.router({
    list: os.list.handler(async ({ input, context }) => {
      requireRight(mayReadMedia(actorOf(context), await readUnitPath(db, { clock }, input.unitId)))
      const [createdAt = '', id] = readCursor(input.cursor) ?? []
      const rows = await listItems(db, {
        unitId: input.unitId,
        kind: input.kind ?? null,
        usableAs: input.usableAs ?? null,
        sha256: input.sha256 ?? null,
        words: foldVietnamese(input.search ?? '')
          .split(' ')
          .filter(Boolean),
        after: id !== undefined && /^\d{1,15}$/.test(createdAt) ? { createdAt: Number(createdAt), id } : null,
        limit: input.limit + 1,
      })
      const page = pageFrom(rows, input.limit, last => [last.createdAt, last.id])
      return { ...page, items: page.items.map(shown) }
    }),
    read: os.read.handler(async ({ input, context }) =>
      shown(await itemFor(db, actorOf(context), input.id, mayReadMedia)),
    ),
    register: os.register.handler(async ({ input, context }) => {
      const caller = { actor: actorOf(context), address: context.address }
      return shown(await transact(db, tx => registerUpload(tx, { clock, jobs, uploads }, caller, input)))
    }),
    edit: os.edit.handler(({ input, context }) =>
      transact(db, async tx => {
        const actor = actorOf(context)
        const before = await itemFor(tx, actor, input.id, mayKeepMedia)
        const after = { ...before, ...input }
        if (!(await updateItemWords(tx, after))) {
          throw new Refusal(platformRefusals.STALE_VERSION, { current: before.version })
        }
        const { title, speakerName, royaltyLine } = input
        await writeAudit(
          tx,
          { clock },
          {
            actor,
            address: context.address,
            action: 'media.edit',
            unitId: before.unitId,
            subjectId: input.id,
            details: { title, speakerName, royaltyLine },
          },
        )
        return shown({ ...after, version: before.version + 1 })
      }),
    ),
  })
}

/** Without what only the preparation needs. */
function shown({ uploadId: _uploadId, cut: _cut, ...item }: StoredItem): MediaItem {
  return item
}
