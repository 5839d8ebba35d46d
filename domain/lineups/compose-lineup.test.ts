import { describe, expect, it } from 'vitest'
import { lineupSchema } from '@nguon/contract/lineups'
import type {
  AudienceId,
  BulletinId,
  ContentHash,
  Instant,
  RenditionId,
  Sha256,
  SlotId,
  UnitId,
} from '@nguon/domain/platform'
import { horizonOf, indexTimetable, reachOf, resolveReach, type Slot } from '@nguon/domain/schedule'
import { at, content, device, placement, slot, time, timetable, unit } from '../../tests/examples/timetable.ts'
import { composeLineup, lineupSpan, type RenditionMedia } from './compose-lineup.ts'
import { guardFor } from './guard-for.ts'
import type { LineupItem } from './lineup.ts'

const id = (name: string) => name.padStart(26, '0')
const home = placement('thon-a1', { unitId: unit('xa-a') })
const speaker = device('loa', 'thon-a1', { placements: [home] })

function audio(name: string, seconds: number): [RenditionId, RenditionMedia] {
  const sha256 = name.codePointAt(0)?.toString(16).padStart(64, '0') as Sha256
  return [
    name as RenditionId,
    {
      file: { sha256, bytes: 8000 * seconds, seconds, mediaType: 'audio/mpeg' },
      contentHashes: [sha256 as string as ContentHash],
      bulletinIds: [id(name) as BulletinId],
    },
  ]
}

function compose(
  slots: readonly Slot[],
  issuedAt: Instant,
  media = slots.map(({ id }) => audio(id.at(-1) ?? '', 590)),
) {
  const all = timetable(slots, { contents: slots.map(slot => content(slot)) })
  const horizon = horizonOf(indexTimetable(all), lineupSpan(issuedAt))
  const reach = reachOf(horizon, speaker)
  return composeLineup({
    audienceId: id('audience') as AudienceId,
    unitId: id('xa') as UnitId,
    resolved: resolveReach(horizon, reach),
    guard: guardFor(horizon, reach, horizon.span),
    media: new Map(media),
    version: 7,
    issuedAt,
  })
}

const named = (name: string, changes: Partial<Slot> = {}): Slot => ({
  ...slot(name, changes),
  id: id(name) as SlotId,
  ...(changes.content ? {} : { content: { kind: 'rendition', renditionId: name as RenditionId } }),
})

describe('composing a line-up', () => {
  const issuedAt = at('2026-11-23 00:00')

  it('is eight days of items as the contract has them', () => {
    const { lineup, omitted } = compose([named('a')], issuedAt)
    expect(lineup.validUntil).toBe(at('2026-12-01 00:00'))
    expect(lineup.items).toHaveLength(8)
    expect(omitted).toEqual([])
    expect(lineup.media.map(({ bytes }) => bytes)).toEqual([4_720_000])
    expect(lineupSchema.parse(lineup)).toEqual(lineup)
    expect(lineup.guard).toMatchObject({
      zoneOffsets: [{ from: issuedAt, offsetMinutes: 420 }],
      quietHours: [{ from: '21:30', until: '05:00' }],
    })
  })

  it('I19 a Monday 05:00 is Sunday 22:00 in UTC and has Monday in its id', () => {
    const [item] = compose([named('a', { timeOfDay: time('05:00') })], issuedAt).lineup.items
    expect(item?.startsAt).toBe(Date.UTC(2026, 10, 22, 22, 0))
    expect(item?.id).toBe(`${id('a')}.2026-11-23`)
  })

  it('an item ends with its audio, and what is left of it after pre-emption starts within it', () => {
    const khan = named('k', { class: 'emergency', timeOfDay: time('05:34'), durationSeconds: 300 })
    const { items } = compose([named('a'), khan], issuedAt).lineup
    const shown = items
      .slice(0, 3)
      .map((item: LineupItem) => [
        item.id.replace(/^0+/, ''),
        (item.startsAt - at('2026-11-23 05:30')) / 1000,
        (item.endsAt - at('2026-11-23 05:30')) / 1000,
        item.rendition.offsetSeconds,
      ])
    expect(shown).toEqual([
      ['a.2026-11-23', 0, 240, 0],
      ['k.2026-11-23', 240, 540, 0],
      ['a.2026-11-23.1', 540, 890, 240],
    ])
  })

  it('P4.7 I18 what is past is not in it, what still plays is, at its own start', () => {
    const early = named('s', { timeOfDay: time('05:00') })
    const { items } = compose([early, named('a')], at('2026-11-23 05:35')).lineup
    expect(items[0]).toMatchObject({ slotId: id('a'), startsAt: at('2026-11-23 05:30') })
    expect(items.filter(item => item.slotId === early.id)[0]?.startsAt).toBe(at('2026-11-24 05:00'))
    expect(compose([named('a')], at('2026-11-23 05:39:50')).lineup.items[0]?.startsAt).toBe(at('2026-11-24 05:30'))
  })

  it('P8.3 I15 what it cannot carry is reported and stops nothing else', () => {
    const relay = named('v', { timeOfDay: time('06:00'), content: { kind: 'relay', source: 'http://radio.example' } })
    const silent = named('m', { timeOfDay: time('07:00') })
    const { lineup, omitted } = compose([relay, silent, named('a')], issuedAt, [audio('a', 600)])
    expect(lineup.items).toHaveLength(8)
    expect(new Set(omitted.map(piece => piece.slotId))).toEqual(new Set([relay.id, silent.id]))
  })
})
