import type { Day, DeviceId, TimeOfDay, UnitId } from '@nguon/domain/platform'
import { nobody } from '@nguon/domain/rules'
import type { client } from '../api/client.ts'
import type { QuietPlace } from './quiet-places.tsx'

/** A quiet place as the form holds it, half filled in. */
export interface PlaceForm {
  readonly name: string
  readonly citation: string
  readonly where: 'villages' | 'devices' | 'circle'
  readonly villages: readonly UnitId[]
  readonly devices: readonly DeviceId[]
  readonly latitude: number | null
  readonly longitude: number | null
  readonly radiusMetres: number | null
  readonly from: Day | null
  readonly until: Day | null
  readonly hoursOnly: boolean
  readonly fromTime: TimeOfDay
  readonly untilTime: TimeOfDay
  /** What the form does not show of a place made elsewhere, kept as it is. */
  readonly rest: Pick<QuietPlace, 'periods'> & { readonly groups: QuietPlace['target']['groups'] }
}

type Draft = Omit<Parameters<typeof client.rules.addQuietPlace>[0], 'unitId' | 'idempotencyKey'>

export function placeFormOf(place: QuietPlace | null): PlaceForm {
  const first = place?.periods[0]
  const days = first?.kind === 'days' ? first : null
  const { units = [], devices = [], groups = [] } = place?.target ?? {}
  return {
    name: place?.name ?? '',
    citation: place?.citation ?? '',
    where: place?.around ? 'circle' : devices.length > 0 ? 'devices' : 'villages',
    villages: units,
    devices,
    latitude: place?.around?.latitude ?? null,
    longitude: place?.around?.longitude ?? null,
    radiusMetres: place?.around?.radiusMetres ?? 300,
    from: days?.from ?? null,
    until: days?.until ?? null,
    hoursOnly: Boolean(days?.hours),
    fromTime: days?.hours?.from ?? ('06:00' as TimeOfDay),
    untilTime: days?.hours?.until ?? ('18:00' as TimeOfDay),
    rest: { periods: place?.periods.slice(1) ?? [], groups },
  }
}

/** Null while something is left to fill in. */
export function draftOfPlace(form: PlaceForm): Draft | null {
  const { where, villages, devices, latitude, longitude, radiusMetres, from, until, rest } = form
  const around =
    where === 'circle' && latitude !== null && longitude !== null && radiusMetres !== null
      ? { latitude, longitude, radiusMetres }
      : null
  const target = {
    units: where === 'villages' ? [...villages] : [],
    devices: where === 'devices' ? [...devices] : [],
    groups: [...rest.groups],
    except: nobody,
  }
  const hasPlace = around !== null || target.units.length + target.devices.length > 0
  if (!hasPlace || !from || !until || form.name.trim() === '' || form.citation.trim() === '') return null
  const hours = form.hoursOnly ? { from: form.fromTime, until: form.untilTime } : null
  return {
    name: form.name,
    citation: form.citation,
    target,
    around,
    periods: [{ kind: 'days', from, until, weekdays: [], hours }, ...rest.periods],
  }
}
