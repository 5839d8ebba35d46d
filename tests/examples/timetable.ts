import { nobody } from '@nguon/domain/rules'
import type { RenditionId, SlotId } from '@nguon/domain/platform'
import { day, pathOf, time, unit, vietnam } from './province.ts'
import { contentKey, type ContentState, type Recurrence, type Slot, type Timetable } from '@nguon/domain/schedule'

export * from './province.ts'

export const slotId = (name: string): SlotId => name as SlotId

export const daily: Extract<Recurrence, { kind: 'days' }> = {
  kind: 'days',
  interval: 1,
  from: day('2026-11-01'),
  until: day('2026-12-31'),
  exceptions: [],
  extraDays: [],
}

export const once = (text: string): Recurrence => ({ kind: 'once', day: day(text) })

/** A normal slot of commune A at 05:30 for ten minutes, every day, on the whole commune. */
export function slot(name: string, changes: Partial<Slot> = {}): Slot {
  const unitId = changes.unitId ?? unit('xa-a')
  return {
    id: slotId(name),
    title: name,
    unitId,
    depth: Math.max(0, pathOf(unitId).length - 1),
    class: 'normal',
    recurrence: daily,
    timeOfDay: time('05:30'),
    durationSeconds: 600,
    content: { kind: 'rendition', renditionId: name as RenditionId },
    target: { ...nobody, units: [unitId], except: nobody },
    onPreempted: 'resume',
    order: 0,
    ...changes,
  }
}

/** Usable, as long as its slot, approved for everything. */
export function content(slot: Slot, changes: Partial<ContentState & { usable: true }> = {}): ContentState {
  return { key: contentKey(slot.content), usable: true, seconds: slot.durationSeconds, limits: [], ...changes }
}

/** Every slot with a usable content. */
export function timetable(slots: readonly Slot[], changes: Partial<Timetable> = {}): Timetable {
  return {
    zone: vietnam,
    slots,
    contents: slots.map(slot => content(slot)),
    rules: [],
    quietPlaces: [],
    takings: [],
    standingTakings: [],
    priorityOrders: [],
    ...changes,
  }
}
