import { Button, Stack, Text } from '@mantine/core'
import { Panel, Row, RowList, StatusTag } from '@nguon/design'
import { localToInstant, type SlotId } from '@nguon/domain/platform'
import { maySchedule } from '@nguon/domain/schedule'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, writeNear, writeWeekday, zone } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { slotWords } from '../words/slot-words.ts'
import { CancelSlot } from './cancel-slot.tsx'
import { Explanation } from '../schedule/explanation.tsx'
import { OccurrenceActs } from './occurrence-acts.tsx'
import { SlotFacts } from './slot-facts.tsx'
import { TakeSlot } from '../takings/take-slot.tsx'
import { useRestoreSlot } from './use-restore-slot.ts'
import { renewAfter, type StoredSlot } from '../schedule/timetable-data.ts'

export function SlotPage() {
  const words = useWords(scheduleWords)
  const slotId = useParams()['slotId'] as SlotId
  const query = useQuery(api.schedule.read.queryOptions({ input: { slotId } }))
  return (
    <Loaded query={query}>
      {stored => (
        <Screen title={stored.slot.title} back={{ to: '/lich-phat', label: words.back }} action={<Acts {...stored} />}>
          <SlotFacts {...stored} />
          {stored.cancelled ? <Cancelled {...stored} /> : <Coming {...stored} />}
        </Screen>
      )}
    </Loaded>
  )
}

function Acts(stored: StoredSlot) {
  const words = useWords(scheduleWords)
  const { actor, unit } = useWorkplace()
  const now = useNow()
  const [cancelling, setCancelling] = useState(false)
  const isOwn = stored.slot.unitId === unit.unitId
  const { recurrence, timeOfDay, durationSeconds } = stored.slot
  const isOver =
    recurrence.kind === 'once' && localToInstant(recurrence.day, timeOfDay, zone) + durationSeconds * 1000 <= now
  if (!isOwn || stored.cancelled || isOver || !maySchedule(actor, unit.path)) return null
  return (
    <>
      <Button component={Link} to={`/lich-phat/${stored.slot.id}/sua`} variant="default">
        {words.edit}
      </Button>
      <Button variant="default" c="var(--alert-ink)" onClick={() => setCancelling(true)}>
        {words.cancel}
      </Button>
      <CancelSlot stored={stored} opened={cancelling} onClose={() => setCancelling(false)} />
    </>
  )
}

function Cancelled(stored: StoredSlot) {
  const words = useWords(slotWords)
  const { actor, unit } = useWorkplace()
  const restore = useRestoreSlot()
  return (
    <Panel>
      <Stack align="flex-start">
        <Text>{words.restoreWords}</Text>
        {stored.slot.unitId === unit.unitId && maySchedule(actor, unit.path) && (
          <Button onClick={() => restore(stored)}>{words.restore}</Button>
        )}
      </Stack>
    </Panel>
  )
}

function Coming(stored: StoredSlot) {
  const { slot } = stored
  const words = useWords(scheduleWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const now = useNow()
  const timetable = useQuery(
    api.schedule.timetable.queryOptions({
      input: { unitId: unit.unitId, from: localDay(now), days: 14 },
      refetchInterval: ({ state }) => renewAfter(state.data),
    }),
  )
  const mayChange = slot.unitId === unit.unitId && slot.recurrence.kind !== 'once' && maySchedule(actor, unit.path)
  const isAbove = unit.path.slice(0, -1).includes(slot.unitId)
  return (
    <Loaded query={timetable}>
      {found => {
        const coming = found.occurrences.filter(({ slotId, endsAt }) => slotId === slot.id && endsAt > now)
        const isTaken = coming.every(({ trouble }) => trouble?.code !== 'NOT_TAKEN')
        return (
          <>
            <Panel title={words.coming} flush={coming.length > 0}>
              {coming.length === 0 && words.noComing}
              <RowList label={words.coming}>
                {coming.map(({ startsAt, day, trouble }) => (
                  <Row
                    key={startsAt}
                    title={
                      <span className="tabular">
                        {writeNear(startsAt, now, language)}, {writeWeekday(day, language)}
                      </span>
                    }
                    about={trouble?.[language]}
                    end={
                      <>
                        <StatusTag tone={trouble ? 'caution' : 'good'}>
                          {trouble ? words.trouble : words.playsWhole}
                        </StatusTag>
                        {mayChange && startsAt > now && (
                          <OccurrenceActs stored={stored} day={day} startsAt={startsAt} />
                        )}
                      </>
                    }
                  />
                ))}
              </RowList>
            </Panel>
            {isAbove && slot.class === 'normal' && maySchedule(actor, unit.path) && (
              <TakeSlot slotId={slot.id} fromUnitId={slot.unitId} isTaken={isTaken} />
            )}
            {coming.length > 0 && <Explanation slotId={slot.id} startsAt={coming.map(one => one.startsAt)} />}
          </>
        )
      }}
    </Loaded>
  )
}
