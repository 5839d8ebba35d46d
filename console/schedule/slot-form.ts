import type { SlotDraft } from '@nguon/contract/schedule'
import type { BulletinClass } from '@nguon/domain/bulletins'
import { addDays, type BulletinId, type Day, type TimeOfDay, type UnitId } from '@nguon/domain/platform'
import type { StoredSlot } from './timetable-data.ts'

type Recurrence = SlotDraft['recurrence']
type Target = SlotDraft['target']

/** What the editor holds while someone chooses; not yet a slot. */
export interface SlotForm {
  readonly bulletinIds: readonly BulletinId[]
  readonly class: BulletinClass
  readonly kind: Recurrence['kind']
  readonly day: Day
  readonly lastDay: Day | null
  readonly weekdays: readonly number[]
  readonly monthDays: readonly number[]
  readonly timeOfDay: string
  readonly where: 'unit' | 'villages' | 'kept'
  readonly villages: readonly UnitId[]
  readonly onPreempted: SlotDraft['onPreempted']
}

export function emptyForm(today: Day, bulletinIds: readonly BulletinId[]): SlotForm {
  return {
    bulletinIds,
    class: 'normal',
    kind: 'once',
    day: addDays(today, 1),
    lastDay: null,
    weekdays: [1, 2, 3, 4, 5],
    monthDays: [1],
    timeOfDay: '05:00',
    where: 'unit',
    villages: [],
    onPreempted: 'resume',
  }
}

export function formOf({ slot, bulletinIds }: StoredSlot, today: Day): SlotForm {
  const { recurrence, target } = slot
  const isPlain = [target.groups, target.devices, ...Object.values(target.except)].every(list => list.length === 0)
  const isWhole = isPlain && target.units.length === 1 && target.units[0] === slot.unitId
  return {
    ...emptyForm(today, bulletinIds),
    class: slot.class,
    kind: recurrence.kind,
    day: recurrence.kind === 'once' ? recurrence.day : recurrence.from,
    lastDay: recurrence.kind === 'once' ? null : recurrence.until,
    ...(recurrence.kind === 'weeks' ? { weekdays: recurrence.weekdays } : {}),
    ...(recurrence.kind === 'months' ? { monthDays: recurrence.monthDays } : {}),
    timeOfDay: slot.timeOfDay,
    where: isWhole ? 'unit' : isPlain ? 'villages' : 'kept',
    villages: isPlain && !isWhole ? target.units : [],
    onPreempted: slot.onPreempted,
  }
}

/** The draft to preview and save; null while something needed is missing. `stored` keeps what the editor does not show. */
export function draftOf(form: SlotForm, unitId: UnitId, stored?: StoredSlot): SlotDraft | null {
  const recurrence = recurrenceOf(form, stored?.slot.recurrence)
  const target = targetOf(form, unitId, stored?.slot.target)
  if (!recurrence || !target || form.bulletinIds.length === 0) return null
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(form.timeOfDay)) return null
  return {
    unitId,
    bulletinIds: [...form.bulletinIds],
    class: form.class,
    recurrence,
    timeOfDay: form.timeOfDay as TimeOfDay,
    target,
    onPreempted: form.onPreempted,
    order: stored?.slot.order ?? 100,
  }
}

function recurrenceOf(form: SlotForm, before: Recurrence | undefined): Recurrence | null {
  if (form.kind === 'once') return { kind: 'once', day: form.day }
  if (form.lastDay !== null && form.lastDay < form.day) return null
  const kept = before && before.kind !== 'once' ? before : null
  const bounds = {
    interval: kept?.kind === form.kind ? kept.interval : 1,
    from: form.day,
    until: form.lastDay,
    exceptions: kept?.exceptions ?? [],
    extraDays: kept?.extraDays ?? [],
  }
  if (form.kind === 'days') return { kind: 'days', ...bounds }
  if (form.kind === 'weeks') {
    return form.weekdays.length === 0 ? null : { kind: 'weeks', weekdays: form.weekdays, ...bounds }
  }
  return form.monthDays.length === 0 ? null : { kind: 'months', monthDays: form.monthDays, ...bounds }
}

function targetOf(form: SlotForm, unitId: UnitId, before: Target | undefined): Target | null {
  if (form.where === 'kept') return before ?? null
  const units = form.where === 'unit' ? [unitId] : form.villages
  const none = { groups: [], devices: [] }
  return units.length === 0 ? null : { units, ...none, except: { units: [], ...none } }
}
