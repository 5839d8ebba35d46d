import { MultiSelect, Select, SimpleGrid, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { bulletinClasses } from '@nguon/domain/bulletins'
import { addDays, type Day, instant } from '@nguon/domain/platform'
import { localDay, startOfDay } from '../time/local-time.ts'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnitChoices } from '../units/use-unit-choices.ts'
import { approvalWords } from '../words/approval-words.ts'
import { bulletinWords } from '../words/bulletin-words.ts'
import { useWords } from '../words/define-words.ts'
import type { Limits } from './review.ts'

/** The day before the limit ends: people think in last days, the limit is an instant. */
export function lastDayOf({ period }: Limits): Day {
  return localDay(instant(period.endsAt - 1))
}

/** How far the approval reaches: starts as suggested, and can be narrowed. */
export function LimitFields({
  limits,
  suggested,
  onChange,
}: {
  limits: Limits
  suggested: Limits
  onChange: (limits: Limits) => void
}) {
  const words = useWords(approvalWords)
  const { classes } = useWords(bulletinWords)
  const { unit } = useWorkplace()
  const choices = useUnitChoices(unit.unitId)
  const { area, period } = limits
  const lowest = bulletinClasses.indexOf(suggested.class)
  return (
    <Stack>
      <MultiSelect
        label={words.area}
        searchable
        limit={60}
        data={choices}
        value={[...area]}
        onChange={units => units.length > 0 && onChange({ ...limits, area: units })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateInput
          label={words.from}
          valueFormat="DD/MM/YYYY"
          value={localDay(period.startsAt)}
          onChange={day => {
            if (day === null) return
            // Today means from now on, as suggested; a limit that starts in the past says nothing.
            const startsAt = instant(Math.max(startOfDay(day as Day), suggested.period.startsAt))
            onChange({ ...limits, period: { ...period, startsAt } })
          }}
        />
        <DateInput
          label={words.until}
          valueFormat="DD/MM/YYYY"
          value={lastDayOf(limits)}
          onChange={day =>
            day !== null && onChange({ ...limits, period: { ...period, endsAt: startOfDay(addDays(day as Day, 1)) } })
          }
        />
      </SimpleGrid>
      {lowest < bulletinClasses.length - 1 && (
        <Select
          label={words.class}
          allowDeselect={false}
          data={bulletinClasses.slice(lowest).map(value => ({ value, label: classes[value] }))}
          value={limits.class}
          onChange={value => {
            const highest = bulletinClasses.find(name => name === value)
            if (highest) onChange({ ...limits, class: highest })
          }}
        />
      )}
    </Stack>
  )
}
