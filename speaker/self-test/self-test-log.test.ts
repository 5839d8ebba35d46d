import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeviceId, Instant } from '@nguon/domain/platform'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../store/store.ts'
import { openSelfTestLog } from './self-test-log.ts'
import { quietTone, toneRate } from './tone.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nguon-self-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const deviceId = '0'.repeat(26) as DeviceId
const open = () =>
  openSelfTestLog(
    openStore(folder, () => {}),
    deviceId,
  )
const passed = { result: 'completed', reason: null, heard: null, heardLevel: null } as const
const seqs = (log: ReturnType<typeof open>) => log.unacknowledged().map(({ seq }) => seq)

it('I11 what was tested survives a restart, is sent until acknowledged, and never again', () => {
  const first = open()
  first.append({ ...passed, at: 1000 as Instant })
  first.append({ ...passed, at: 2000 as Instant })
  const second = open()
  expect([second.log, seqs(second), second.lastTestAt()]).toEqual([first.log, [1, 2], 2000])
  second.acknowledge({ log: 'x'.repeat(26), seq: 2 })
  second.acknowledge({ log: second.log, seq: 9 })
  expect(seqs(second)).toEqual([1, 2])
  second.acknowledge({ log: second.log, seq: 2 })
  const third = open()
  expect([seqs(third), third.lastTestAt()]).toEqual([[], 2000])
  expect(third.append({ ...passed, at: 3000 as Instant }).seq).toBe(3)
})

it('a damaged record begins a new log, so that no number is used twice', () => {
  const first = open()
  first.append({ ...passed, at: 1000 as Instant })
  writeFileSync(join(folder, 'self-tests.json'), '{"log":')
  const second = open()
  expect(second.log).not.toBe(first.log)
  expect(second.append({ ...passed, at: 2000 as Instant }).seq).toBe(1)
})

it('the tone is quiet, short and without a click', () => {
  const tone = quietTone()
  expect(tone.length / toneRate).toBe(2)
  expect(Math.max(...tone) / 32_767).toBeLessThan(0.06)
  expect(Math.abs(tone[1] ?? 1)).toBeLessThan(20)
  expect(Math.abs(tone.at(-1) ?? 1)).toBeLessThan(20)
})
