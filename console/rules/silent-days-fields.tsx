import { Checkbox, Stack } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import type { Day } from '@nguon/domain/platform'
import type { SilentDays } from '@nguon/domain/rules'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { WeekdayChips } from './weekday-chips.tsx'

const nothing: SilentDays = { weekdays: [], days: [], publicHolidays: false }

export function SilentDaysFields({
  value,
  change,
}: {
  value: SilentDays | null
  change: (value: SilentDays | null) => void
}) {
  const words = useWords(rulesWords)
  const silent = value ?? nothing
  const put = (values: Partial<SilentDays>) => {
    const next = { ...silent, ...values }
    change(next.weekdays.length + next.days.length > 0 || next.publicHolidays ? next : null)
  }
  return (
    <Stack gap="md">
      <WeekdayChips label={words.silentWeekdays} value={silent.weekdays} change={weekdays => put({ weekdays })} />
      <DatePickerInput
        type="multiple"
        label={words.dates}
        placeholder={words.datesHint}
        valueFormat="DD/MM/YYYY"
        clearable
        value={[...silent.days]}
        onChange={days => put({ days: days as Day[] })}
      />
      <Checkbox
        size="md"
        label={words.holidaysToo}
        description={words.holidaysHint}
        checked={silent.publicHolidays ?? false}
        onChange={event => put({ publicHolidays: event.currentTarget.checked })}
      />
    </Stack>
  )
}
