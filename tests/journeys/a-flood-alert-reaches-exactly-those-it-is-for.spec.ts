import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { type RunningProgram, runProgram } from '@nguon/tests/run-program'
import { expect, it, onTestFinished, vi } from 'vitest'

interface Shown {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly devices: number
  readonly sound: { readonly state: string; readonly reading: string; readonly file: { readonly sha256: string } }
  readonly asked: readonly { readonly accountId: string }[]
}

interface OnDevice {
  readonly name: string
  readonly state: string
  readonly reason: string | null
}

const soon = { timeout: 90_000, interval: 200 }
const words = {
  hazard: 'flood',
  riskLevel: 4,
  headline: 'Nước lũ đang lên nhanh',
  body: 'Bà con ven suối đến nhà văn hóa thôn ngay.',
  rounds: 1,
}

/** A loudspeaker of Thôn 1, as the program it is; switched off and on as often as asked. */
async function loudspeaker(house: TestHouse, name: string) {
  const folder = temporaryFolder('loa')
  const technician = await house.person('technician', '24343')
  const { body } = await technician.call<{ claim: { code: string } }>('POST', '/devices', {
    unitId: house.units['24343'],
    villageId: house.units['24343-T01'],
    name,
  })
  const options = ['--folder', folder, '--server', house.url, '--sink', `file:${folder}/sound`]
  const programs: RunningProgram[] = []
  const on = async (...more: string[]) => {
    const program = runProgram('speaker/main.ts', [...options, ...more])
    programs.push(program)
    await program.heard(/"event":"mqtt-connected"/)
    return program
  }
  onTestFinished(async () => {
    for (const program of programs) await program.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  const first = await on('--claim', body.claim.code)
  return {
    first,
    on,
    sounded(): string[] {
      const path = join(folder, 'sound', 'plays.jsonl')
      if (!existsSync(path)) return []
      const lines = readFileSync(path, 'utf8').trim().split('\n')
      return lines.map(line => (JSON.parse(line) as { itemId: string }).itemId)
    },
  }
}

async function sure<Body>(who: Person, method: string, path: string, body?: object): Promise<Body> {
  const answer = await who.call<Body>(method, path, body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

it('L6 I03 I12 I13: two people alert a village, one loudspeaker catches up, and a wrong alert is put right on all of them', async () => {
  const house = await openTestHouse()
  onTestFinished(() => house.close())
  const [author, approver] = [await house.person('author', '24343'), await house.person('approver', '24343')]
  const elsewhere = await claimedDevice(house, '24343')
  const loudspeakers = [
    await loudspeaker(house, 'Cụm loa 1'),
    await loudspeaker(house, 'Cụm loa 2'),
    await loudspeaker(house, 'Cụm loa 3'),
  ]
  const [first, second, third] = loudspeakers
  if (!first || !second || !third) throw new Error('three loudspeakers are there')
  await third.first.kill()

  const area = { unitIds: [house.units['24343-T01']] }
  const created = await sure<Shown>(author, 'POST', '/emergencies', { unitId: house.units['24343'], ...words, area })
  const seen = (shown: Shown, type = 'emergency') => ({ type, version: shown.version })
  const at = (shown: Shown, verb: string) => `/emergencies/${shown.id}/${verb}`
  const asked = await sure<Shown>(author, 'POST', at(created, 'request'), seen(created))
  expect(asked).toMatchObject({ state: 'waiting', devices: 3, asked: [{ accountId: approver.accountId }] })
  const { body: waiting } = await approver.call<{ items: { title: string }[] }>('GET', '/tasks')
  expect(JSON.stringify(waiting)).toContain('KHẨN CẤP: nghe và xác nhận “Nước lũ đang lên nhanh”')

  const ready = await vi.waitFor(async () => {
    const shown = await sure<Shown>(approver, 'GET', `/emergencies/${created.id}`)
    expect(shown.sound.state).toBe('ready')
    return shown
  }, soon)
  expect(ready.sound.reading).toContain('Thông báo khẩn cấp')
  // Whoever is there has the sound before anybody has confirmed it.
  const { sha256 } = ready.sound.file
  for (const { first: program } of [first, second]) await program.heard(new RegExp(`"media-ready".*${sha256}`))
  expect(first.sounded()).toEqual([])

  // The writer alone cannot, nor the second person who thinks it is a drill.
  const confirming = (who: Person, type?: string) => who.call('POST', at(ready, 'confirmation'), seen(ready, type))
  expect((await confirming(author)).status).toBe(403)
  expect((await confirming(approver, 'drill')).body).toMatchObject({ code: 'EMERGENCY_IS_REAL' })
  await sure(approver, 'POST', at(ready, 'confirmation'), seen(ready))

  const onDevices = (id: string) => async () =>
    (await sure<{ devices: OnDevice[] }>(author, 'GET', `/emergencies/${id}/devices`)).devices.map(
      ({ name, state, reason }) => [name, state, reason],
    )
  await vi.waitFor(
    async () =>
      expect(await onDevices(created.id)()).toEqual([
        ['Cụm loa 1', 'played', null],
        ['Cụm loa 2', 'played', null],
        ['Cụm loa 3', 'sent', null],
      ]),
    soon,
  )
  expect((await elsewhere.call('GET', '/devices/emergencies')).body).toEqual({ documents: [] })

  const back = await third.on()
  await vi.waitFor(async () => expect((await onDevices(created.id)())[2]).toEqual(['Cụm loa 3', 'played', null]), soon)
  expect(back.stdout()).toMatch(/"event":"emergency".*"live":false/)

  const sounding = await sure<Shown>(author, 'GET', `/emergencies/${created.id}`)
  expect(sounding.state).toBe('sounding')
  const startedAt = Date.now()
  const correction = await vi.waitFor(
    () => sure<Shown>(author, 'POST', at(sounding, 'correction'), { ...seen(sounding), reason: 'Gửi nhầm' }),
    soon,
  )
  const names = loudspeakers.map((_, index) => [`Cụm loa ${index + 1}`, 'played', null])
  await vi.waitFor(async () => expect(await onDevices(correction.id)()).toEqual(names), soon)
  expect(Date.now() - startedAt, 'a wrong alert is corrected within a minute').toBeLessThan(60_000)
  expect(await sure<Shown>(author, 'GET', `/emergencies/${created.id}`)).toMatchObject({ state: 'corrected' })
  for (const { sounded } of loudspeakers) expect(sounded()).toEqual([created.id, correction.id, correction.id])
  expect((await elsewhere.call('GET', '/devices/emergencies')).body).toEqual({ documents: [] })

  const drill = await sure<Shown>(author, 'POST', '/drills', { unitId: house.units['24343'], ...words, area })
  const drillAsked = await sure<Shown>(author, 'POST', at(drill, 'request'), seen(drill, 'drill'))
  await vi.waitFor(async () => {
    const shown = await sure<Shown>(approver, 'GET', `/emergencies/${drill.id}`)
    expect(shown.sound.state).toBe('ready')
    expect(shown.sound.reading).toMatch(/^Diễn tập/)
  }, soon)
  await sure(approver, 'POST', at(drill, 'confirmation'), seen(drillAsked, 'drill'))
  await vi.waitFor(async () => expect(await onDevices(drill.id)()).toEqual(names), soon)
  expect(first.first.stdout()).toMatch(/"event":"emergency".*"type":"drill"/)
}, 300_000)
