import type { BulletinId, Day, Sha256, UnitId } from '@nguon/domain/platform'
import { findBulletin } from '@nguon/server/bulletins'
import { settableClock } from '@nguon/server/platform'
import { type BulletinDesk, inTwoLanguages, openBulletinDesk } from '@nguon/tests/bulletin-desk'
import { describeOnBothDatabases } from '@nguon/tests/databases'
import { somebody } from '@nguon/tests/sample-tree'
import { plantPicture } from '@nguon/tests/voiced'
import { beforeAll, expect, it } from 'vitest'
import { decidingAt } from './deciding.fixture.ts'
import { decisionsOf } from './store.ts'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))

describeOnBothDatabases('a decision that cannot be taken', database => {
  let desk: BulletinDesk
  let sheet: { mediaSha256: Sha256 }
  const { approve, enterPaper, inDays, limits, withFactor } = decidingAt(() => desk)
  const db = () => database().db

  beforeAll(async () => {
    desk = await openBulletinDesk(db(), { clock })
    sheet = { mediaSha256: await plantPicture(db(), { clock }, { unitId: desk.tree.commune.id }) }
  })

  it.each<{ refusal: string; why: string; act: () => Promise<unknown> }>([
    {
      refusal: 'APPROVAL_OF_OWN_WORK',
      why: 'the author approves',
      act: async () => approve(await desk.ready(), {}, { ...desk.author, grants: desk.approver.grants }),
    },
    {
      refusal: 'APPROVAL_OF_OWN_WORK',
      why: 'who submitted approves',
      act: async () => {
        const id = await desk.create()
        await desk.move(id, 'submit', { by: desk.approver })
        await desk.voice(id)
        return approve(id)
      },
    },
    {
      refusal: 'APPROVAL_OF_OWN_WORK',
      why: 'the author enters the sheet',
      act: async () => enterPaper(await desk.ready(), sheet, {}, desk.author),
    },
    {
      refusal: 'APPROVAL_AREA_TOO_WIDE',
      why: 'a unit next to their own',
      act: async () =>
        approve(await desk.ready(), { limits: limits({ area: [desk.tree.commune.id, desk.tree.sibling.id] }) }),
    },
    {
      refusal: 'APPROVAL_AREA_TOO_WIDE',
      why: 'a unit that does not exist',
      act: async () => approve(await desk.ready(), { limits: limits({ area: ['0'.repeat(26) as UnitId] }) }),
    },
    {
      refusal: 'APPROVAL_AREA_TOO_WIDE',
      why: 'a sheet of the commune for the province',
      act: async () =>
        enterPaper(
          await desk.ready(),
          sheet,
          { limits: limits({ area: [desk.tree.province.id] }) },
          somebody('approver', desk.tree.province),
        ),
    },
    {
      refusal: 'APPROVAL_PERIOD_INVALID',
      why: 'a period that is over',
      act: async () =>
        approve(await desk.ready(), { limits: limits({ period: { startsAt: inDays(-2), endsAt: inDays(-1) } }) }),
    },
    {
      refusal: 'APPROVAL_PERIOD_OUTSIDE_VALIDITY',
      why: 'longer than the bulletin holds',
      act: async () => approve(await desk.ready({ validUntil: inDays(3) }), { limits: limits() }),
    },
    {
      refusal: 'APPROVAL_CLASS_TOO_LOW',
      why: 'below what was written',
      act: async () => approve(await desk.ready({ class: 'priority' }), { limits: limits() }),
    },
    {
      refusal: 'SECOND_FACTOR_REQUIRED',
      why: 'priority without a second factor',
      act: async () => approve(await desk.ready({ class: 'priority' })),
    },
    {
      refusal: 'SECOND_FACTOR_REQUIRED',
      why: 'an emergency with an old second factor',
      act: async () => approve(await desk.ready({ class: 'emergency' }), {}, withFactor(desk.approver, 11)),
    },
    {
      refusal: 'SECOND_FACTOR_REQUIRED',
      why: 'a sheet of an emergency',
      act: async () => enterPaper(await desk.ready({ class: 'emergency' }), sheet),
    },
    {
      refusal: 'SOUND_NOT_READY',
      why: 'nothing voiced',
      act: async () => {
        const id = await desk.create()
        await desk.move(id, 'submit')
        return approve(id)
      },
    },
    {
      refusal: 'SOUND_NOT_READY',
      why: 'one language of two is missing',
      act: async () => approve(await desk.ready(inTwoLanguages)),
    },
    {
      refusal: 'SOUND_NOT_READY',
      why: 'the sound of an older version',
      act: async () => {
        const id = await desk.create()
        await desk.voice(id)
        await desk.edit(id, 1, { place: 'Đình làng' })
        await desk.move(id, 'submit', { version: 2 })
        return approve(id, { version: 2 })
      },
    },
    {
      refusal: 'SOUND_CHANGED',
      why: 'voiced anew after it was heard',
      act: async () => {
        const id = await desk.ready()
        const heard = [await desk.voice(id)]
        await desk.voice(id, { sound: 'một giọng khác' })
        return approve(id, { heard })
      },
    },
    {
      refusal: 'SOUND_CHANGED',
      why: 'voiced anew after it was offered, though nothing was heard',
      act: async () => {
        const id = await desk.ready()
        const offered = [await desk.voice(id)]
        await desk.voice(id, { sound: 'một giọng khác nữa' })
        return approve(id, { offered, heard: [] })
      },
    },
    {
      refusal: 'PAPER_SIGNED_IN_FUTURE',
      why: 'signed tomorrow',
      act: async () => enterPaper(await desk.ready(), { ...sheet, signedOn: '2026-11-22' as Day }),
    },
    {
      refusal: 'PAPER_SHEET_MISSING',
      why: 'no such picture',
      act: async () => enterPaper(await desk.ready(), { mediaSha256: 'f'.repeat(64) as Sha256 }),
    },
    {
      refusal: 'PAPER_SHEET_MISSING',
      why: 'a picture of another unit',
      act: async () => {
        const mediaSha256 = await plantPicture(db(), { clock }, { unitId: desk.tree.sibling.id, name: 'phiếu xã bên' })
        return enterPaper(await desk.ready(), { mediaSha256 })
      },
    },
    {
      refusal: 'STALE_VERSION',
      why: 'another version was seen',
      act: async () => approve(await desk.ready(), { version: 2 }),
    },
    {
      refusal: 'STALE_VERSION',
      why: 'on paper too',
      act: async () => enterPaper(await desk.ready(), sheet, { version: 2 }, desk.operator),
    },
    { refusal: 'BULLETIN_STATE_FORBIDS', why: 'a draft', act: async () => approve(await desk.create()) },
    { refusal: 'FORBIDDEN', why: 'no approver', act: async () => approve(await desk.ready(), {}, desk.operator) },
    {
      refusal: 'FORBIDDEN',
      why: 'an approver of another unit',
      act: async () => approve(await desk.ready(), {}, somebody('approver', desk.tree.sibling)),
    },
    {
      refusal: 'FORBIDDEN',
      why: 'a sheet from a technician',
      act: async () => enterPaper(await desk.ready(), sheet, {}, somebody('technician', desk.tree.commune)),
    },
    { refusal: 'NOT_FOUND', why: 'no such bulletin', act: () => approve('0'.repeat(26) as BulletinId) },
  ])('refuses with $refusal: $why', async ({ refusal, act }) => {
    await expect(act()).rejects.toThrow(refusal)
  })

  it('R4: a refused decision leaves nothing behind', async () => {
    const id = await desk.ready()
    const wide = limits({ area: [desk.tree.commune.id, desk.tree.sibling.id] })
    await expect(approve(id, { limits: wide })).rejects.toMatchObject({
      data: { units: ['Xã Ea Kar'], field: 'limits.area' },
    })
    expect(await decisionsOf(db(), id, 10)).toEqual([])
    expect(await findBulletin(db(), id)).toMatchObject({ state: 'submitted' })
  })
})
