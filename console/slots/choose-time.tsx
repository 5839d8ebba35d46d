import { Button, Chip, Group, MultiSelect, NativeSelect, NumberInput, Stack, Text } from '@mantine/core'
import { DateInput, DatePickerInput, TimePicker } from '@mantine/dates'
import { Panel } from '@nguon/design'
import { addDays, type Day } from '@nguon/domain/platform'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { slotWords } from '../words/slot-words.ts'
import type { SlotForm } from './slot-form.ts'

const kinds = ['once', 'days', 'weeks', 'months'] as const
const usualTimes = ['05:30', '11:00', '17:00']
const weekdays = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const

export function ChooseTime({
  form,
  change,
  once = false,
}: {
  form: SlotForm
  change: (values: Partial<SlotForm>) => void
  /** One occurrence is in hand: it does not recur. */
  once?: boolean
}) {
  const words = useWords(scheduleWords)
  const more = useWords(slotWords)
  const today = localDay(useNow())
  const tomorrow = addDays(today, 1)
  const isOnce = form.kind === 'once'
  return (
    <Panel title={words.when}>
      <Stack>
        <div role="group" aria-label={words.repeat} hidden={once}>
          <Group gap="xs">
            {kinds.map(kind => (
              <Pressed key={kind} on={form.kind === kind} choose={() => change({ kind })}>
                {words.repeats[kind]}
              </Pressed>
            ))}
          </Group>
        </div>
        <Group align="flex-end" gap="sm">
          <DateInput
            label={isOnce ? words.day : words.firstDay}
            valueFormat="DD/MM/YYYY"
            minDate={today}
            value={form.day}
            onChange={value => value && change({ day: value as Day })}
            flex="1 1 160px"
          />
          {isOnce ? (
            <>
              <Pressed on={form.day === today} choose={() => change({ day: today })}>
                {words.today}
              </Pressed>
              <Pressed on={form.day === tomorrow} choose={() => change({ day: tomorrow })}>
                {words.tomorrow}
              </Pressed>
            </>
          ) : (
            <DateInput
              label={words.lastDay}
              placeholder={words.lastDayHint}
              valueFormat="DD/MM/YYYY"
              clearable
              minDate={form.day}
              value={form.lastDay}
              onChange={value => change({ lastDay: value as Day | null })}
              flex="1 1 160px"
            />
          )}
        </Group>
        {form.kind === 'weeks' && (
          <div role="group" aria-label={words.weekdays}>
            <Text fw={500} mb={6}>
              {words.weekdays}
            </Text>
            <Chip.Group
              multiple
              value={form.weekdays.map(String)}
              onChange={values => change({ weekdays: values.map(Number).toSorted((one, other) => one - other) })}
            >
              <Group gap="xs">
                {weekdays.map((name, index) => (
                  <Chip key={name} value={String(index + 1)} size="lg">
                    {words.shortWeekdays[name]}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </div>
        )}
        {form.kind === 'months' && (
          <MultiSelect
            label={words.monthDays}
            data={[
              ...Array.from({ length: 31 }, (_, index) => String(index + 1)),
              { value: '-1', label: words.lastOfMonth },
            ]}
            value={form.monthDays.map(String)}
            onChange={values => change({ monthDays: values.map(Number) })}
          />
        )}
        {form.kind !== 'once' && (
          <Group align="flex-start" gap="sm">
            <NumberInput
              label={more.every[form.kind]}
              min={1}
              max={99}
              allowDecimal={false}
              clampBehavior="strict"
              value={form.interval}
              onChange={value => change({ interval: Math.max(1, Number(value) || 1) })}
              flex="1 1 160px"
            />
            <DatePickerInput
              type="multiple"
              label={more.exceptions}
              placeholder={more.exceptionsHint}
              valueFormat="DD/MM/YYYY"
              clearable
              minDate={form.day}
              value={[...form.exceptions]}
              onChange={values => change({ exceptions: values.toSorted() as Day[] })}
              flex="1 1 200px"
            />
            <DatePickerInput
              type="multiple"
              label={more.extraDays}
              placeholder={more.extraDaysHint}
              valueFormat="DD/MM/YYYY"
              clearable
              minDate={today}
              value={[...form.extraDays]}
              onChange={values => change({ extraDays: values.toSorted() as Day[] })}
              flex="1 1 200px"
            />
          </Group>
        )}
        <Group align="flex-end" gap="sm">
          <TimePicker
            label={words.time}
            format="24h"
            hoursInputLabel={words.hours}
            minutesInputLabel={words.minutes}
            value={form.timeOfDay}
            onChange={timeOfDay => change({ timeOfDay })}
            flex="1 1 140px"
          />
          {usualTimes.map(time => (
            <Pressed key={time} on={form.timeOfDay === time} choose={() => change({ timeOfDay: time })}>
              {time}
            </Pressed>
          ))}
        </Group>
        <NativeSelect
          label={words.preempted}
          value={form.onPreempted}
          onChange={event => change({ onPreempted: event.currentTarget.value as SlotForm['onPreempted'] })}
          data={(['resume', 'restart', 'drop'] as const).map(value => ({ value, label: words.onPreempted[value] }))}
        />
      </Stack>
    </Panel>
  )
}

function Pressed({ on, choose, children }: { on: boolean; choose: () => void; children: string }) {
  return (
    <Button variant={on ? 'light' : 'default'} aria-pressed={on} px="md" onClick={choose}>
      {children}
    </Button>
  )
}
