import type { UnitId } from '@nguon/domain/platform'
import { sampleYears } from './sample/calendar-years.ts'
import type { Visit } from './visit.ts'

interface Years {
  readonly years: readonly { readonly kind: string; readonly year: number }[]
}

/** The administrator of the province enters the years of the sample, as one does in the workplace. */
export async function seedCalendar(administrator: Visit, provinceId: UnitId): Promise<void> {
  const { years } = await administrator.get<Years>(`/units/${provinceId}/calendar/years`)
  for (const { kind, year, source, table } of await sampleYears()) {
    if (years.some(known => known.kind === kind && known.year === year)) continue
    const input = { version: 0, source, table, dryRun: false }
    await administrator.send('PUT', `/units/${provinceId}/calendar/${kind}/${year}`, input)
  }
}
