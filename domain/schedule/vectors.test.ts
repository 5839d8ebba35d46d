import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DeviceId, Instant, SlotId, Span } from '@nguon/domain/platform'
import type { PlacedDevice } from '@nguon/domain/rules'
import { type Explanation, explain } from './explain.ts'
import type { Piece } from './place-occurrence.ts'
import { resolve } from './resolve.ts'
import type { Timetable } from './timetable.ts'

interface Vector {
  readonly title: string
  readonly timetable: Timetable
  readonly device: PlacedDevice
  readonly span: Span
  readonly pieces: readonly Piece[]
  readonly why: readonly Why[]
}

interface Why {
  readonly slotId: SlotId
  readonly at: Instant
  readonly code: Explanation['code']
}

const folder = new URL('../../contract/examples/schedule/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.json'))

/** Vectors write instants as a person reads them. */
function read(file: string): Vector[] {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'), (_, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value,
  ) as Vector[]
}

/** Says of an explanation what a vector says of it. */
function told(answer: Explanation): Record<string, unknown> {
  const { code, ...data } = answer
  const next = 'next' in answer ? { next: answer.next?.startsAt ?? null } : {}
  const causes = 'causes' in answer ? { causes: answer.causes.map(cause => cause.code) } : {}
  const winner = 'winner' in answer ? { winner: answer.winner?.slotId, criterion: answer.winner?.criterion } : {}
  return { code, ...data, ...next, ...causes, ...winner }
}

function turned(timetable: Timetable): Timetable {
  const lists = ['slots', 'contents', 'rules', 'quietPlaces', 'takings', 'standingTakings', 'priorityOrders'] as const
  return { ...timetable, ...Object.fromEntries(lists.map(name => [name, timetable[name].toReversed()])) }
}

describe.each(files)('%s', file => {
  it.each(read(file).map(vector => [vector.title, vector] as const))('%s', (_, vector) => {
    for (const timetable of [vector.timetable, turned(vector.timetable)]) {
      const resolved = resolve(timetable, vector.device, vector.span)
      expect(resolved.pieces).toEqual(vector.pieces)
      for (const { slotId, at, ...expected } of vector.why) {
        const deviceId: DeviceId = vector.device.id
        expect(told(explain(resolved, { slotId, deviceId, at }))).toMatchObject(expected)
      }
    }
  })
})
