import type { SlotDraft } from '@nguon/contract/slots'
import type { BulletinClass } from '@nguon/domain/bulletins'
import {
  addDays,
  type BulletinId,
  type Day,
  type DeviceId,
  type GroupId,
  type TimeOfDay,
  type UnitId,
} from '@nguon/domain/platform'
import type { StoredSlot } from '../schedule/timetable-data.ts'

type Recurrence = SlotDraft['recurrence']

/** Some villages, groups and single loudspeakers. */
export interface Selected {
  readonly units: readonly UnitId[]
  readonly groups: readonly GroupId[]
  readonly devices: readonly DeviceId[]
}

/** What the editor holds while someone chooses; not yet a slot. */
export interface SlotForm {
  /** In the order in which they play. */
  readonly bulletinIds: readonly BulletinId[]
  readonly class: BulletinClass
  readonly kind: Recurrence['kind']
  readonly day: Day
  readonly lastDay: Day | null
  /** Every how many days, weeks or months. */
  readonly interval: number
  readonly weekdays: readonly number[]
  readonly monthDays: readonly number[]
  /** Days left out. */
  readonly exceptions: readonly Day[]
  /** Days added. */
  readonly extraDays: readonly Day[]
  readonly timeOfDay: string
  readonly where: 'unit' | 'chosen'
  readonly chosen: Selected
  readonly except: Selected
  readonly onPreempted: SlotDraft['onPreempted']
}

export const nobody: Selected = { units: [], groups: [], devices: [] }

export const isNobody = (selected: Selected) => Object.values(selected).every(list => list.length === 0)

export function emptyForm(today: Day, bulletinIds: readonly BulletinId[]): SlotForm {
  return {
    bulletinIds,
    class: 'normal',
    kind: 'once',
    day: addDays(today, 1),
    lastDay: null,
    interval: 1,
    weekdays: [1, 2, 3, 4, 5],
    monthDays: [1],
    exceptions: [],
    extraDays: [],
    timeOfDay: '05:30',
    where: 'unit',
    chosen: nobody,
    except: nobody,
    onPreempted: 'resume',
  }
}

export function formOf({ slot, bulletinIds }: StoredSlot, today: Day): SlotForm {
  const { recurrence, target } = slot
  const { except, ...chosen } = target
  const isWhole =
    chosen.units.length === 1 && chosen.units[0] === slot.unitId && chosen.groups.length + chosen.devices.length === 0
  const repeats =
    recurrence.kind === 'once'
      ? { day: recurrence.day }
      : {
          day: recurrence.from,
          lastDay: recurrence.until,
          interval: recurrence.interval,
          exceptions: recurrence.exceptions,
          extraDays: recurrence.extraDays,
        }
  return {
    ...emptyForm(today, bulletinIds),
    ...repeats,
    class: slot.class,
    kind: recurrence.kind,
    ...(recurrence.kind === 'weeks' ? { weekdays: recurrence.weekdays } : {}),
    ...(recurrence.kind === 'months' ? { monthDays: recurrence.monthDays } : {}),
    timeOfDay: slot.timeOfDay,
    where: isWhole ? 'unit' : 'chosen',
    chosen: isWhole ? nobody : chosen,
    except,
    onPreempted: slot.onPreempted,
  }
}

/** The draft to preview and save; null while something needed is missing. `stored` keeps what the editor does not show. */
export function draftOf(form: SlotForm, unitId: UnitId, stored?: StoredSlot): SlotDraft | null {
  const recurrence = recurrenceOf(form)
  const target = form.where === 'unit' ? { ...nobody, units: [unitId] } : form.chosen
  if (!recurrence || isNobody(target) || form.bulletinIds.length === 0) return null
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(form.timeOfDay)) return null
  return {
    unitId,
    bulletinIds: [...form.bulletinIds],
    class: form.class,
    recurrence,
    timeOfDay: form.timeOfDay as TimeOfDay,
    target: { ...target, except: form.except },
    onPreempted: form.onPreempted,
    order: stored?.slot.order ?? 100,
  }
}

function recurrenceOf(form: SlotForm): Recurrence | null {
  if (form.kind === 'once') return { kind: 'once', day: form.day }
  if (form.lastDay !== null && form.lastDay < form.day) return null
  const bounds = {
    interval: form.interval,
    from: form.day,
    until: form.lastDay,
    exceptions: [...form.exceptions],
    extraDays: [...form.extraDays],
  }
  if (form.kind === 'days') return { kind: 'days', ...bounds }
  if (form.kind === 'weeks') {
    return form.weekdays.length === 0 ? null : { kind: 'weeks', weekdays: form.weekdays, ...bounds }
  }
  return form.monthDays.length === 0 ? null : { kind: 'months', monthDays: form.monthDays, ...bounds }
}
