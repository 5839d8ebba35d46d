import type { Rendition, VoiceRenditionId } from '@nguon/contract/voice'
import type { BulletinId } from '@nguon/domain/platform'
import { newId, transact } from '@nguon/server/platform'
import { openTestHouse } from '@nguon/tests/house'
import { expect, it } from 'vitest'
import { saveRendition } from './store.ts'

it('R4, I27: what a server was rendering when it was killed is rendered by the next one', async () => {
  const house = await openTestHouse()
  try {
    const { db, clock } = house
    const author = await house.person('author', '24343')
    const texts = [{ title: 'Thông báo', body: 'Mời bà con đi họp.' }]
    const { body } = await author.call('POST', '/bulletins', { unitId: house.units['24343'], content: { texts } })
    const bulletinId = String(body['id']) as BulletinId
    const killed = {
      id: newId<'voiceRendition'>(clock.now()) as VoiceRenditionId,
      bulletinId,
      version: 1,
      place: 0,
      language: 'vi' as const,
      source: 'machine' as const,
      state: 'rendering' as const,
      progress: 0.4,
      reading: 'Thông báo. Mời bà con đi họp.',
      sentences: [{ spoken: 'Mời bà con đi họp.', endsParagraph: true }],
      voiceId: null,
      speed: 1,
      longerPauses: false,
      title: 'Thông báo',
      readingHash: null,
      mediaSha256: null,
      engine: null,
      voice: null,
      refusal: null,
    }
    await transact(db, tx => saveRendition(tx, killed, (clock.now() - 60_000) as never))
    const found = async () =>
      (await author.call<{ renditions: Rendition[] }>('GET', `/bulletins/${bulletinId}/renditions`)).body.renditions
    await expect.poll(found, { timeout: 60_000, interval: 200 }).toMatchObject([{ id: killed.id, state: 'ready' }])
  } finally {
    await house.close()
  }
})
