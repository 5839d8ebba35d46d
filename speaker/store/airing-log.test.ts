import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Airing } from '@nguon/domain/airings'
import type { ContentHash, Instant } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../test-peer/run-speaker.ts'
import { openAiringLog } from './airing-log.ts'
import { openStore } from './store.ts'

const start = 1_793_570_400_000

function airing(log: string, seq: number, change: Partial<Airing> = {}): Airing {
  const row = {
    deviceId: 'd'.repeat(26),
    log,
    seq,
    itemId: `i${seq}`,
    slotId: 's'.repeat(26),
    class: 'normal',
    title: 'Bản tin sáng',
    lineupVersion: 1,
    contentHashes: ['c'.repeat(64)],
    bulletinIds: ['b'.repeat(26)],
    mediaSha256: 'a'.repeat(64),
    plannedAt: start + seq * 60_000,
    startedAt: start + seq * 60_000,
    playedSeconds: 30,
    plannedSeconds: 30,
    result: { kind: 'completed' },
    heardLevel: null,
  }
  return { ...(row as unknown as Airing), ...change }
}

function open(folder: string) {
  const trouble: string[] = []
  const store = openStore(folder, (_, code) => trouble.push(code))
  return { log: openAiringLog(store, code => trouble.push(code)), trouble, path: join(folder, 'airings.jsonl') }
}

function filled(count: number) {
  const folder = freshFolder()
  const { log, path } = open(folder)
  for (let seq = 1; seq <= count; seq++) log.append(airing(log.log, seq))
  return { folder, path, name: log.log }
}

const seqs = (log: ReturnType<typeof open>['log']) => log.unacknowledged(1000).map(row => row.seq)

describe('the airing log of a device', () => {
  it('I14: is there after a restart, under the same name', () => {
    const { folder, name } = filled(3)
    const { log } = open(folder)
    expect(log.log).toBe(name)
    expect(log.lastSeq()).toBe(3)
    expect(seqs(log)).toEqual([1, 2, 3])
    expect(Object.keys(log.handled())).toEqual([1, 2, 3].map(seq => `i${seq}@${start + seq * 60_000}`))
  })

  it('L5: a new store, such as a new card, is another log', () => {
    expect(filled(1).name).not.toBe(filled(1).name)
  })

  it('a last line torn at any byte is cut off, and the next airing takes its number', () => {
    const { folder, path } = filled(3)
    const whole = readFileSync(path)
    const third = whole.lastIndexOf(0x0a, whole.length - 2) + 1
    for (let cut = third; cut < whole.length; cut += 7) {
      writeFileSync(path, whole.subarray(0, cut))
      const { log } = open(folder)
      expect(log.lastSeq()).toBe(2)
      log.append(airing(log.log, 3))
      expect(seqs(open(folder).log)).toEqual([1, 2, 3])
    }
  })

  it('a damaged line in the middle costs only itself and is told', () => {
    const { folder, path } = filled(3)
    const lines = readFileSync(path, 'utf8').split('\n')
    writeFileSync(path, [lines[0], lines[1], '{"seq": \u0000', lines[3], ''].join('\n'))
    const { log, trouble } = open(folder)
    expect(seqs(log)).toEqual([1, 3])
    expect(trouble).toEqual(['damaged-line'])
  })

  it('a file that is no log is put aside, and a new log begun', () => {
    const { folder, path, name } = filled(1)
    writeFileSync(path, 'rác')
    const { log, trouble } = open(folder)
    expect(log.log).not.toBe(name)
    expect(trouble).toEqual(['damaged-log'])
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe('rác')
  })

  it('L5: sends what is not acknowledged, oldest first, and forgets no acknowledgement', () => {
    const { folder, name } = filled(5)
    const { log } = open(folder)
    expect(log.unacknowledged(2).map(row => row.seq)).toEqual([1, 2])
    log.acknowledge({ log: name, seq: 2 }, null)
    log.acknowledge({ log: name, seq: 1 }, null)
    log.acknowledge({ log: 'z'.repeat(26), seq: 5 }, null)
    log.acknowledge({ log: name, seq: 99 }, null)
    expect(seqs(log)).toEqual([3, 4, 5])
    expect(seqs(open(folder).log)).toEqual([3, 4, 5])
  })

  it('stays bounded: what is acknowledged and ten days old goes, numbers go on', () => {
    const folder = freshFolder()
    const { log, path } = open(folder)
    const contentHashes = Array.from({ length: 200 }, () => 'c'.repeat(64) as ContentHash)
    for (let seq = 1; seq <= 200; seq++) log.append(airing(log.log, seq, { contentHashes }))
    const before = readFileSync(path).length
    log.acknowledge({ log: log.log, seq: 199 }, (start + 20 * 86_400_000) as Instant)
    expect(readFileSync(path).length).toBeLessThan(before / 50)
    log.append(airing(log.log, 201))
    const again = open(folder)
    expect(again.log.log).toBe(log.log)
    expect(seqs(again.log)).toEqual([200, 201])
    expect(again.log.lastSeq()).toBe(201)
  })

  it('leaves nothing of a torn line that was longer than the next one', () => {
    const { folder, path } = filled(2)
    appendFileSync(path, JSON.stringify(airing('x'.repeat(26), 3, { title: 'x'.repeat(2000) })))
    const { log } = open(folder)
    expect(log.lastSeq()).toBe(2)
    log.append(airing(log.log, 3))
    log.append(airing(log.log, 4))
    const again = open(folder)
    expect(seqs(again.log)).toEqual([1, 2, 3, 4])
    expect(again.trouble).toEqual([])
  })
})
