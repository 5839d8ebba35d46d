import type { rulesPreviewInput, rulesPreviewOutput } from '@nguon/contract/slots'
import type { Actor } from '@nguon/domain/platform'
import { mayKeepQuiet, mayRule } from '@nguon/domain/rules'
import { touchedSlots, wordViolation } from '@nguon/domain/slots'
import { type Clock, type Database, newId } from '@nguon/server/platform'
import { checkPlace, checkUnitRules, readRules, withHolidays } from '@nguon/server/rules'
import { unitsAround, placeDevices, readUnitPaths, readNames, readTimetable } from '@nguon/server/schedule'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import type { z } from 'zod'

const shownSlots = 200

/** The saved slots that rules or a quiet place would touch, were they issued; refused as the issue itself would be. */
export async function showTouched(
  db: Database,
  { clock, zone }: { clock: Clock; zone: string },
  actor: Actor,
  { unitId, rules: drafted, quietPlace }: z.output<typeof rulesPreviewInput>,
): Promise<z.output<typeof rulesPreviewOutput>> {
  const path = await readUnitPath(db, { clock }, unitId)
  requireRight(drafted ? mayRule(actor, path) : mayKeepQuiet(actor, path))
  const rules = drafted && { ...drafted, unitId }
  if (rules) await checkUnitRules(db, { clock }, path, rules, (await readRules(db, unitId))?.rules ?? null)
  if (quietPlace) checkPlace(quietPlace)
  const paths = await readUnitPaths(db, { clock })
  const around = unitsAround(paths, unitId)
  const { timetable } = await readTimetable(db, zone, around)
  const devices = (await placeDevices(db, around, paths)).filter(device =>
    device.placements.some(placement => placement.path.includes(unitId)),
  )
  const after = {
    rules: rules
      ? [...timetable.rules.filter(other => other.unitId !== unitId), await withHolidays(db, path, rules)]
      : timetable.rules,
    quietPlaces: quietPlace
      ? [...timetable.quietPlaces.filter(({ id }) => id !== quietPlace.quietPlaceId), placed(quietPlace, clock)]
      : timetable.quietPlaces,
  }
  const touched = touchedSlots(timetable, after, {
    devices,
    pathOf: id => paths.get(id) ?? [],
    now: clock.now(),
  })
  const names = await readNames(db, { clock, zone })
  return {
    touchedCount: touched.length,
    touched: touched.slice(0, shownSlots).map(({ slot, how, first, occurrenceCount, deviceCount, why }) => ({
      slotId: slot.id,
      title: slot.title,
      unitId: slot.unitId,
      unitName: names.nameOf(slot.unitId),
      how,
      startsAt: first.startsAt,
      endsAt: first.endsAt,
      occurrenceCount,
      deviceCount,
      reason: wordViolation(why, names),
    })),
  }
}

function placed(
  { quietPlaceId, ...fields }: NonNullable<z.output<typeof rulesPreviewInput>['quietPlace']>,
  clock: Clock,
) {
  return { ...fields, id: quietPlaceId ?? newId<'quiet-place'>(clock.now()) }
}
