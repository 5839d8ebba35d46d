import { Button, Group } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { EmptyState, Panel } from '@nguon/design'
import { addDays } from '@nguon/domain/platform'
import { maySchedule } from '@nguon/domain/schedule'
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { PrintButton } from '../shell/on-paper.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeDay } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { DayTimetable } from './day-timetable.tsx'
import { DecideOrder } from '../takings/decide-order.tsx'
import { renewAfter } from './timetable-data.ts'
import { useWeek } from './use-week.ts'
import { WeekTimetable } from './week-timetable.tsx'

export function Timetable() {
  const words = useWords(scheduleWords)
  const { actor, unit } = useWorkplace()
  const { today, day, days, show } = useWeek()
  const isWide = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false })
  const [monday = day, sunday = day] = [days[0], days[6]]
  const query = useQuery(
    api.schedule.timetable.queryOptions({
      input: { unitId: unit.unitId, from: monday, days: 7 },
      refetchInterval: ({ state }) => renewAfter(state.data),
      placeholderData: keepPreviousData,
    }),
  )
  const add = maySchedule(actor, unit.path) && (
    <Button component={Link} to="/lich-phat/moi" leftSection={<IconCalendarPlus aria-hidden size={22} />}>
      {words.add}
    </Button>
  )
  return (
    <Screen title={words.title} lead={words.lead} action={add} wide>
      <Group justify="space-between" gap="sm">
        <strong className="tabular">{words.week(writeDay(monday), writeDay(sunday))}</strong>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" px="sm" aria-label={words.lastWeek} onClick={() => show(addDays(day, -7))}>
            <IconChevronLeft aria-hidden size={22} />
          </Button>
          <Button variant="default" onClick={() => show(today)}>
            {words.thisWeek}
          </Button>
          <Button variant="default" px="sm" aria-label={words.nextWeek} onClick={() => show(addDays(day, 7))}>
            <IconChevronRight aria-hidden size={22} />
          </Button>
          <PrintButton />
        </Group>
      </Group>
      <Loaded query={query} lines={8}>
        {timetable => {
          const parts = { timetable, days, today }
          return (
            <>
              {timetable.collisions.map(collision => (
                <DecideOrder
                  key={[collision.winner.slotId, collision.loser.slotId].toSorted().join(' ')}
                  collision={collision}
                  unitId={unit.unitId}
                />
              ))}
              {timetable.occurrences.length === 0 && (
                <Panel>
                  <EmptyState icon={<IconCalendarPlus size={34} />} title={words.emptyTitle} action={add}>
                    {words.emptyWords}
                  </EmptyState>
                </Panel>
              )}
              {isWide ? <WeekTimetable {...parts} /> : <DayTimetable {...parts} day={day} show={show} />}
            </>
          )
        }}
      </Loaded>
    </Screen>
  )
}
