import { calendarRefusals, type importYearInput, type importYearOutput, yearFaults } from '@nguon/contract/calendar'
import { type Language, platformRefusals, Refusal, wordRefusal } from '@nguon/contract/platform'
import { mayKeepCalendar, type YearFault } from '@nguon/domain/calendar'
import type { Actor, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, type Database, type Following, transact } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import type { z } from 'zod'
import { daysOf, planYear, type YearPlan } from './plan-year.ts'
import { keeperOn } from './keeper-on.ts'
import { saveYear } from './store.ts'

export interface CalendarCaller {
  /** Who asks, and in which language faults are told. */
  readonly actor: Actor
  readonly language: Language
  readonly address: string | null
}

interface Parts {
  readonly db: Database
  readonly clock: Clock
  readonly calendarChanged: Following<{ unitId: UnitId }>
}

const shownFaults = 200

/** Tries or carries out the import of the table of a year: all of it, or nothing. */
export async function importYear(
  { db, clock, calendarChanged }: Parts,
  { actor, language, address }: CalendarCaller,
  input: z.output<typeof importYearInput>,
): Promise<z.output<typeof importYearOutput>> {
  const { unitId, kind, year, source, version: seen } = input
  const path = await readUnitPath(db, { clock }, unitId)
  requireRight(mayKeepCalendar(actor, path))
  if ((await keeperOn(db, { clock }, path)) !== unitId) throw new Refusal(calendarRefusals.CALENDAR_KEPT_ABOVE)
  if (input.dryRun) {
    const plan = await planYear(db, path, input)
    return { committed: false, version: plan.current?.version ?? 0, ...toldOf(plan, language) }
  }
  return transact(db, async tx => {
    const plan = await planYear(tx, path, input)
    const [first] = plan.faults
    if (first) {
      const sentence = sentenceOf(first, language)
      throw new Refusal(calendarRefusals.YEAR_HAS_FAULTS, { count: plan.faults.length, first: sentence })
    }
    const days = kind === 'lunarDays' ? plan.lunar : plan.off
    if (!(await saveYear(tx, seen, { unitId, kind, year, source, days, savedAt: clock.now() }))) {
      throw new Refusal(platformRefusals.STALE_VERSION, { current: plan.current?.version ?? 0 })
    }
    const { dayCount, changedDays, ...told } = toldOf(plan, language)
    const details = { kind, year, source, dayCount, changedDays, version: seen + 1 }
    await writeAudit(tx, { clock }, { actor, action: 'calendar.import', unitId, address, details })
    await calendarChanged.tell(tx, { unitId })
    return { committed: true, version: seen + 1, dayCount, changedDays, ...told }
  })
}

function toldOf({ lunar, off, changedDays, landmarks, faults }: YearPlan, language: Language) {
  return {
    dayCount: lunar.length + off.flatMap(daysOf).length,
    changedDays: [...changedDays],
    landmarks,
    faults: faults
      .slice(0, shownFaults)
      .map(fault => ({ line: fault.line, code: fault.code, sentence: sentenceOf(fault, language) })),
    faultCount: faults.length,
  }
}

function sentenceOf({ code, value }: YearFault, language: Language): string {
  return wordRefusal(yearFaults[code], { value }, language)
}
