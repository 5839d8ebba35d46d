import { bulletinContentField } from '@nguon/contract/bulletins'
import type { BulletinContent } from '@nguon/domain/bulletins'
import type { Actor, BulletinId, Sha256 } from '@nguon/domain/platform'
import {
  type BulletinParts,
  type BulletinStep,
  createBulletin,
  editBulletin,
  type Move,
  moveBulletin,
} from '@nguon/server/bulletins'
import { type Clock, type Database, following, type Transaction, transact } from '@nguon/server/platform'
import { plantSampleTree, type SampleTree, type SampleUnit, somebody } from './sample-tree.ts'
import { plantRendition, type Voiced } from './voiced.ts'

export function bulletinContent(more: object = {}): BulletinContent {
  return bulletinContentField.parse({ texts: [{ title: 'Lịch cắt điện', body: 'Điện ngừng từ 7 giờ.' }], ...more })
}

export const inTwoLanguages = {
  texts: [
    { title: 'Lịch cắt điện', body: 'Điện ngừng từ 7 giờ.' },
    { language: 'rad', title: 'Hdĭp mda', body: 'Ê ayŏng adei.' },
  ],
}

/** The sample tree with an author above and an approver and an operator in the commune, and what they do with bulletins. */
export interface BulletinDesk {
  readonly tree: SampleTree
  readonly author: Actor
  readonly approver: Actor
  readonly operator: Actor
  readonly parts: { readonly clock: Clock; readonly bulletins: BulletinParts }
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  create(more?: object, unit?: SampleUnit): Promise<BulletinId>
  /** A step of the author, unless of somebody else. */
  move(id: BulletinId, act: Move['act'], more?: { version?: number; by?: Actor }): Promise<void>
  /** Writes version after version, whatever relies on the one before. */
  edit(id: BulletinId, version: number, more?: object): Promise<void>
  voice(bulletinId: BulletinId, more?: Partial<Voiced>): Promise<Sha256>
  /** Submitted, and voiced in Vietnamese. */
  ready(more?: object, unit?: SampleUnit): Promise<BulletinId>
}

export const callerOf = (actor: Actor) => ({ actor, address: null })

/** Once on a database. */
export async function openBulletinDesk(db: Database, { clock }: { clock: Clock }): Promise<BulletinDesk> {
  const tree = await plantSampleTree(db, { clock })
  const author = somebody('author', tree.province)
  const bulletins: BulletinParts = { clock, steps: following<BulletinStep>(), created: following() }
  const write: BulletinDesk['write'] = work => transact(db, work)
  const voice: BulletinDesk['voice'] = (bulletinId, more) => plantRendition(db, { clock }, { bulletinId, ...more })
  const create: BulletinDesk['create'] = (more, unit = tree.commune) =>
    write(tx => createBulletin(tx, bulletins, callerOf(author), { unitId: unit.id, content: bulletinContent(more) }))
  const move: BulletinDesk['move'] = async (id, act, { version = 1, by = author } = {}) => {
    await write(tx => moveBulletin(tx, bulletins, callerOf(by), { id, version, act, reason: 'Sai ngày' }))
  }
  return {
    tree,
    author,
    approver: somebody('approver', tree.commune, 'Trần Văn Nam'),
    operator: somebody('operator', tree.commune, 'Lê Thị Mai'),
    parts: { clock, bulletins },
    write,
    create,
    move,
    voice,
    edit: (id, version, more) =>
      write(tx =>
        editBulletin(tx, bulletins, callerOf(author), { id, version, content: bulletinContent(more), reopen: true }),
      ),
    ready: async (more, unit) => {
      const id = await create(more, unit)
      await move(id, 'submit')
      await voice(id)
      return id
    },
  }
}
