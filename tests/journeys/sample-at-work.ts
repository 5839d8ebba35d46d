import { rmSync } from 'node:fs'
import type { DeviceId } from '@nguon/domain/platform'
import { addDays, instantToLocal } from '@nguon/domain/platform'
import { carryToSlot, type Demo, openDemo, playAndProve } from '@nguon/demo'
import { takeFindings } from '@nguon/server/alarms'
import { transact } from '@nguon/server/platform'
import { freePort } from '@nguon/tests/free-port'
import { temporaryFolder } from '@nguon/tests/leashed-process'

export interface SampleAtWork {
  readonly demo: Demo
  /** Ids by what they are for. */
  readonly places: Readonly<Record<string, string>>
  close(): Promise<void>
}

const notice = `Kính thưa bà con nhân dân!
Thực hiện Kế hoạch số 125/KH-UBND ngày 10/11/2026 của UBND xã, Trạm Y tế xã tổ chức tiêm chủng mở rộng cho trẻ em từ 6 đến 36 tháng tuổi, từ 7h30 đến 11h00 ngày 28/11/2026 tại Trạm Y tế xã.
Khi đi mang theo CCCD, thẻ BHYT và sổ tiêm chủng. Lớp QXTZ tiêm vào buổi chiều.
Liên hệ: 0262 3812 345.`

/** The sample province after one bulletin was heard, with another being written and a third waiting for approval. */
export async function sampleAtWork(): Promise<SampleAtWork> {
  const folder = temporaryFolder('screens')
  const demo = await openDemo({
    dataFolder: folder,
    port: await freePort(),
    paced: false,
    language: 'vi',
    environment: {},
  })
  const close = async () => {
    await demo.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return { demo, places: await work(demo), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function work(demo: Demo): Promise<Record<string, string>> {
  const { crew, communeId, platform } = demo
  const tell = () => {}
  const heard = await carryToSlot(
    {
      title: 'Thông báo họp thôn triển khai thu hoạch cà phê',
      body: 'Mời bà con thôn 3 họp lúc 19 giờ tối nay tại nhà văn hóa thôn.',
    },
    { crew, communeId, zone: platform.config.zone, now: () => platform.clock.now(), tell, acceptUnknown: true },
  )
  await playAndProve(demo, heard, { paced: false, tell })
  const over = heard.plannedAt + heard.audio.seconds * 1000
  while (platform.clock.now() < over) await new Promise(resolve => setTimeout(resolve, 200))
  const write = (title: string, body: string, more: object) =>
    crew.author.send<{ id: string; version: number }>('POST', '/bulletins', {
      unitId: communeId,
      content: { ...more, texts: [{ title, body }] },
    })
  const draft = await write('Lịch tiêm chủng mở rộng tháng 11 tại Trạm Y tế xã', notice, { topicId: 'health' })
  const submitted = await write(
    'Tạm ngừng cung cấp điện ngày 28/11/2026',
    'Khu vực ngừng cấp điện: thôn 1, thôn 2. Thời gian: từ 7h30 đến 11h ngày 28/11/2026. Lý do: bảo dưỡng đường dây 22 kV.',
    { topicId: 'utilities', class: 'priority' },
  )
  await crew.author.send('POST', `/bulletins/${submitted.id}/submit`, { version: submitted.version })
  let state = 'queued'
  while (state === 'queued' || state === 'rendering') {
    await new Promise(resolve => setTimeout(resolve, 200))
    const { renditions } = await crew.author.get<{ renditions: { state: string }[] }>(
      `/bulletins/${submitted.id}/renditions`,
    )
    state = renditions[0]?.state ?? 'queued'
  }
  const [first, second] = demo.speakers
  if (first && second) await trouble(demo, first.deviceId, second.deviceId)
  await ruleHours(demo)
  return {
    draft: draft.id,
    submitted: submitted.id,
    published: heard.bulletin.id,
    slot: heard.slotId,
    device: demo.speakers[0]?.deviceId ?? '',
    commune: communeId,
    account: demo.people.find(({ username }) => username === 'bientap.krongnang')?.accountId ?? '',
  }
}

/** What a technician meets on a bad morning: no mains at one pole, four seconds of a bulletin at another. */
async function trouble({ platform }: Demo, first: string, second: string): Promise<void> {
  const { db, clock } = platform
  const cut = { title: 'Cảnh báo mưa lũ', playedSeconds: 4, plannedSeconds: 38, reason: 'short' }
  const power = { kind: 'powerCut', present: true, severity: 'serious' } as const
  const failed = { kind: 'airingFailed', present: true, severity: 'urgent' } as const
  await transact(db, tx =>
    takeFindings(tx, { clock }, [
      { ...power, deviceId: first as DeviceId, facts: { batteryPercent: 20 } },
      { ...failed, deviceId: second as DeviceId, facts: cut },
    ]),
  )
}

/** The commune has issued rules of its own, twice, and keeps an exam site quiet. */
async function ruleHours({ crew: { approver }, communeId, platform }: Demo): Promise<void> {
  const path = `/units/${communeId}/rules`
  const decision = 'Quyết định số 112/QĐ-UBND ngày 20/09/2025'
  const first = { minutesPerSession: { value: 45, citation: `Điều 4, ${decision}` } }
  const second = {
    minutesPerSession: { value: 30, citation: `Điều 4, ${decision}` },
    silentDays: { value: { weekdays: [], days: [], publicHolidays: true }, citation: `khoản 2 Điều 5, ${decision}` },
  }
  for (const changed of [first, second]) {
    const { version, rules } = await approver.get<{ version: number; rules: object | null }>(path)
    await approver.send('PUT', path, { version, rules: { ...noRules, ...rules, ...changed } })
  }
  const { day } = instantToLocal(platform.clock.now(), platform.config.zone)
  await approver.send('POST', `/units/${communeId}/quiet-places`, {
    name: 'Trường THPT Phan Bội Châu, kỳ thi học sinh giỏi',
    citation: 'Kế hoạch số 40/KH-UBND ngày 02/11/2026',
    target: { units: [], groups: [], devices: [] },
    around: { latitude: 12.95, longitude: 108.35, radiusMetres: 300 },
    periods: [{ kind: 'days', from: addDays(day, 20), until: addDays(day, 22), weekdays: [], hours: null }],
  })
}

const noRules = {
  quietHours: null,
  broadcastWindows: null,
  silentDays: null,
  maximumSessionsPerDay: null,
  minutesPerSession: null,
  maximumVolumeByHour: null,
}
