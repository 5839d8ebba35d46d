import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freshPostgresUrl } from '@nguon/tests/databases'
import { operateMosquitto } from '@nguon/tests/mosquitto'
import { requireProgram } from '@nguon/tests/requirement'
import { hasPostgres } from '@nguon/tests/shared-postgres'
import { connectAsync } from 'mqtt'
import { expect, it, onTestFinished } from 'vitest'
import { demo, fileOf, lastLine, ownFolder, shortText } from './demo.ts'

const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
const id = expect.stringMatching(/^[0-9a-z]{26}$/)
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

it('one bulletin reaches three loudspeakers, and each proves what it played and when', async () => {
  const program = demo(['--once', '--json', '--text', fileOf(shortText)])
  expect(await program.ended, program.stderr()).toBe(0)
  const result = lastLine(program)
  const { sha256 } = result.audio
  expect(result).toEqual({
    ok: true,
    bulletin: { id, title: 'Thông báo họp thôn', contentHash: hash },
    reading: 'Thông báo họp thôn.\nMời bà con thôn ba họp lúc mười chín giờ tối nay.\nBản tin được đọc bằng giọng máy.',
    flagged: [],
    lineup: { version: expect.any(Number), keyId: id },
    audio: { sha256: hash, seconds: expect.any(Number), loudnessLufs: expect.closeTo(-18, 0) },
    speakers: Array.from({ length: 3 }, () => ({
      id,
      name: expect.stringContaining('Cụm loa'),
      result: 'completed',
      reason: null,
      plannedAt: instant,
      startedAt: instant,
      audioSha256: sha256,
      correlation: expect.any(Number),
      coverage: expect.any(Number),
      proven: true,
    })),
    elapsedSeconds: expect.any(Number),
  })
  expect(new Set(result.speakers.map(speaker => speaker.id)).size).toBe(3)
  for (const { plannedAt, startedAt, correlation, coverage } of result.speakers) {
    expect(Math.abs(Date.parse(startedAt ?? '') - Date.parse(plannedAt))).toBeLessThanOrEqual(250)
    expect(correlation).toBeGreaterThanOrEqual(0.95)
    expect(coverage).toBeGreaterThanOrEqual(0.98)
  }
  expect(result.audio.seconds).toBeGreaterThan(3)
  expect(program.stderr()).toContain('Xong: mọi cụm loa đã phát đúng âm thanh đã duyệt.')
  expect(program.anyoneThere()).toBe(false)
})

it('ten seconds are played in real time, and a folder that was named keeps what was played', async () => {
  const folder = ownFolder()
  const text = `${shortText}Nội dung: bàn việc làm đường và giữ gìn vệ sinh chung của thôn.\n`
  const program = demo(['--once', '--json', '--paced', '--data', folder, '--text', fileOf(text)], { LANG: 'en' })
  expect(await program.ended, program.stderr()).toBe(0)
  const { audio, speakers } = lastLine(program)
  expect(audio.seconds).toBeGreaterThan(9)
  const lastedSeconds = (Date.now() - Date.parse(speakers[0]?.startedAt ?? '')) / 1000
  expect(lastedSeconds).toBeGreaterThanOrEqual(audio.seconds * 0.98)
  for (const speaker of speakers) {
    expect(speaker).toMatchObject({ proven: true, result: 'completed' })
    expect(existsSync(join(folder, 'speakers', speaker.id, 'media', `${audio.sha256}.mp3`))).toBe(true)
  }
  expect(program.stderr()).toContain('Done: every loudspeaker played what was approved.')
})

const outside = requireProgram('mosquitto') !== null && hasPostgres()

it.skipIf(!outside)('L1 one bulletin reaches them through PostgreSQL and Mosquitto as well', async () => {
  const mosquitto = await operateMosquitto()
  onTestFinished(() => mosquitto.remove())
  await mosquitto.start()
  const account = { NGUON_MQTT_USERNAME: 'nguon', NGUON_MQTT_PASSWORD: randomBytes(24).toString('base64') }
  const program = demo(['--once', '--json', '--text', fileOf(shortText)], {
    LANG: 'en',
    NGUON_DATABASE_URL: await freshPostgresUrl(),
    NGUON_SECRET_KEY: randomBytes(32).toString('base64'),
    NGUON_MQTT_URL: mosquitto.url,
    NGUON_MQTT_DEVICES_URL: `mqtt://127.0.0.1:${mosquitto.port}`,
    NGUON_MQTT_ACCOUNTS: mosquitto.accounts,
    NGUON_MQTT_RELOAD: mosquitto.reload,
    ...account,
  })
  await program.heard(/^1\. /m)
  const witness = await connectAsync(mosquitto.url, {
    username: account.NGUON_MQTT_USERNAME,
    password: account.NGUON_MQTT_PASSWORD,
    protocolVersion: 4,
  })
  const told = new Set<string>()
  witness.on('message', (topic, payload) => {
    if (payload.toString().includes('"kind":"airings"')) told.add(topic)
  })
  await witness.subscribeAsync('d/+/up')
  expect(await program.ended, program.stderr()).toBe(0)
  await witness.endAsync()
  const { ok, speakers } = lastLine(program)
  expect(ok).toBe(true)
  expect(speakers).toMatchObject(Array.from({ length: 3 }, () => ({ proven: true, result: 'completed' })))
  expect([...told].toSorted(), 'their airings came through Mosquitto').toEqual(
    speakers.map(({ id }) => `d/${id}/up`).toSorted(),
  )
})
