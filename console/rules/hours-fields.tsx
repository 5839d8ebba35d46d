import { Button, Group, Stack, Text } from '@mantine/core'
import { TimePicker } from '@mantine/dates'
import type { TimeOfDay } from '@nguon/domain/platform'
import type { BroadcastWindow, Hours } from '@nguon/domain/rules'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { WeekdayChips } from './weekday-chips.tsx'

interface Row {
  readonly key: string
  readonly from: string
  readonly until: string
  readonly weekdays: readonly number[]
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const newRow = (from: string, until: string): Row => ({ key: crypto.randomUUID(), from, until, weekdays: everyDay })

/** Spans of hours, of some weekdays where asked for. A span whose end is not after its start runs into the next day. */
export function HoursFields({
  value,
  change,
  withWeekdays = false,
}: {
  value: readonly (Hours | BroadcastWindow)[] | null
  change: (value: readonly Hours[] | null) => void
  withWeekdays?: boolean
}) {
  const words = useWords(rulesWords)
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (value ?? []).map(hours => ({
      ...newRow(hours.from, hours.until),
      ...('weekdays' in hours ? { weekdays: hours.weekdays } : {}),
    })),
  )
  const put = (next: readonly Row[]) => {
    setRows(next)
    const isWhole = next.length > 0 && next.every(row => row.from && row.until && row.weekdays.length > 0)
    change(isWhole ? next.map(row => spanOf(row, withWeekdays)) : null)
  }
  const set = (key: string, values: Partial<Row>) =>
    put(rows.map(row => (row.key === key ? { ...row, ...values } : row)))
  const time = (row: Row, end: 'from' | 'until') => (
    <TimePicker
      label={end === 'from' ? words.start : words.end}
      format="24h"
      hoursInputLabel={`${end === 'from' ? words.start : words.end}: ${words.hours}`}
      minutesInputLabel={`${end === 'from' ? words.start : words.end}: ${words.minutes}`}
      value={row[end]}
      onChange={given => set(row.key, { [end]: given.slice(0, 5) })}
      w={130}
    />
  )
  return (
    <Stack gap="md">
      {rows.map((row, index) => {
        const number = String(index + 1)
        return (
          <Stack key={row.key} gap="xs" role="group" aria-label={words.span(number)}>
            <Group align="flex-end" gap="sm">
              {time(row, 'from')}
              {time(row, 'until')}
              <Button
                variant="default"
                px="sm"
                aria-label={words.removeSpan(number)}
                onClick={() => put(rows.filter(other => other.key !== row.key))}
              >
                <IconTrash aria-hidden size={20} />
              </Button>
            </Group>
            {withWeekdays && (
              <WeekdayChips
                label={words.weekdays}
                value={row.weekdays}
                change={weekdays => set(row.key, { weekdays })}
              />
            )}
          </Stack>
        )
      })}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden size={20} />}
          onClick={() => put([...rows, withWeekdays ? newRow('05:00', '06:00') : newRow('21:30', '05:00')])}
        >
          {words.addSpan}
        </Button>
      </Group>
      <Text size="sm" c="var(--ink-soft)">
        {words.nextDay}
      </Text>
    </Stack>
  )
}

function spanOf({ from, until, weekdays }: Row, withWeekdays: boolean): Hours | BroadcastWindow {
  const hours = { from: from as TimeOfDay, until: until as TimeOfDay }
  return withWeekdays ? { ...hours, weekdays } : hours
}
