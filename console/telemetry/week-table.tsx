import { Table } from '@mantine/core'
import type { Measure } from '@nguon/domain/telemetry'
import { localDay, writeDay } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { telemetryWords } from '../words/telemetry-words.ts'
import type { DeviceWeekData } from './device-week.tsx'
import classes from './device-week.module.css'
import { writeMeasure } from './write-measure.ts'

/** The same as the charts, day by day, for who cannot see them or wants the numbers. */
export function WeekTable({ told, data: { hours } }: { told: readonly Measure[]; data: DeviceWeekData }) {
  const words = useWords(telemetryWords)
  const language = useLanguage()
  const days = [...new Set(hours.map(({ hour }) => localDay(hour)))]
  const cell = (measure: Measure, day: string) => {
    const spreads = hours.flatMap(({ hour, spreads }) => (localDay(hour) === day ? (spreads[measure] ?? []) : []))
    if (spreads.length === 0) return words.noValue
    const least = writeMeasure(measure, Math.min(...spreads.map(spread => spread.least)), language)
    const most = writeMeasure(measure, Math.max(...spreads.map(spread => spread.most)), language)
    return least === most ? least : `${least} – ${most}`
  }
  return (
    <details className={classes['fold']}>
      <summary>{words.table}</summary>
      <Table.ScrollContainer minWidth={told.length * 130}>
        <Table className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.tableDay}</Table.Th>
              {told.map(measure => (
                <Table.Th key={measure}>{words.measures[measure]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map(day => (
              <Table.Tr key={day}>
                <Table.Th scope="row">{writeDay(day)}</Table.Th>
                {told.map(measure => (
                  <Table.Td key={measure}>{cell(measure, day)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  )
}
