import { Chip, Group, Text } from '@mantine/core'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'

const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const

/** Weekdays to press on and off, Monday first. */
export function WeekdayChips({
  label,
  value,
  change,
}: {
  label: string
  value: readonly number[]
  change: (weekdays: number[]) => void
}) {
  const { shortWeekdays } = useWords(scheduleWords)
  return (
    <div role="group" aria-label={label}>
      <Text fw={500} mb={6}>
        {label}
      </Text>
      <Chip.Group
        multiple
        value={value.map(String)}
        onChange={values => change(values.map(Number).toSorted((one, other) => one - other))}
      >
        <Group gap="xs">
          {names.map((name, index) => (
            <Chip key={name} value={String(index + 1)} size="lg">
              {shortWeekdays[name]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  )
}
