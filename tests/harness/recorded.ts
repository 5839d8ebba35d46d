import { writeWav } from '@nguon/domain/sound'
import type { Sha256 } from '@nguon/domain/platform'
import { vi } from 'vitest'
import type { Person, TestHouse, UnitCode } from './house.ts'

const tus = { 'tus-resumable': '1.0.0' }

/** A recording of so many seconds in the library of the unit, as a person would bring it: uploaded, registered, prepared. */
export async function recorded(house: TestHouse, person: Person, unit: UnitCode, seconds: number): Promise<Sha256> {
  const rate = 22_050
  // Louder and quieter from syllable to syllable, never twice alike.
  const samples = Float32Array.from(
    { length: rate * seconds },
    (_, at) => 0.1 * Math.sin(at / 9) * Math.abs(Math.sin(at / 2000) * Math.sin(at / 5300)),
  )
  const bytes = Buffer.from(writeWav({ samples, rate }))
  const begun = await person.fetch('/media/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes.length) },
  })
  const path = begun.headers.get('location') ?? ''
  await person.fetch(path, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: bytes,
  })
  const { body } = await person.call<{ id: string }>('POST', '/media', {
    uploadId: path.split('/').at(-1),
    unitId: house.units[unit],
    kind: 'sound',
    source: 'recording',
    title: 'Lời đọc',
  })
  const item = async () => (await person.call('GET', `/media/${body.id}`)).body
  await vi.waitUntil(async () => (await item())['state'] !== 'preparing', { timeout: 60_000, interval: 50 })
  return (await item())['sha256'] as Sha256
}
