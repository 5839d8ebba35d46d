import { Button } from '@mantine/core'
import { Panel } from '@nguon/design'
import { type CalendarKind, calendarKinds, mayKeepCalendar } from '@nguon/domain/calendar'
import type { Instant } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { saveTable } from '../shell/save-table.ts'
import { Screen } from '../shell/screen.tsx'
import { NotFound } from '../shell/screen-fault.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeDay, writeInstant } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { calendarWords } from '../words/calendar-words.ts'
import { EnterYear } from './enter-year.tsx'
import { Landmarks } from './landmarks.tsx'

const fileNames = { lunarDays: 'ngay-am', offDays: 'ngay-nghi' } as const

/** One year of one kind: what is approved and, for the administrator of the province, the way to enter or replace it. */
export function CalendarYear() {
  const { kind, year: asked = '' } = useParams()
  const year = Number(asked)
  const known = calendarKinds.find(one => one === kind)
  return known && /^2\d{3}$/.test(asked) ? <Year key={`${known} ${year}`} kind={known} year={year} /> : <NotFound />
}

function Year({ kind, year }: { kind: CalendarKind; year: number }) {
  const words = useWords(calendarWords)
  const { actor, unit } = useWorkplace()
  const query = useQuery(api.calendar.readYears.queryOptions({ input: { unitId: unit.unitId } }))
  return (
    <Screen title={words.yearTitle[kind](String(year))} back={{ to: '/lich-nam', label: words.back }}>
      <Loaded query={query}>
        {({ keeperId, years }) => {
          const mayKeep = keeperId === unit.unitId && mayKeepCalendar(actor, unit.path)
          const current = years.find(one => one.kind === kind && one.year === year)
          const seen = current?.unitId === unit.unitId ? current.version : 0
          return (
            <>
              {current ? <Approved {...current} /> : <Panel>{words.missing(String(year))}</Panel>}
              {mayKeep && <EnterYear key={seen} kind={kind} year={year} version={seen} />}
            </>
          )
        }}
      </Loaded>
    </Screen>
  )
}

function Approved({ kind, year, savedAt }: { kind: CalendarKind; year: number; savedAt: Instant }) {
  const words = useWords(calendarWords)
  const { unit } = useWorkplace()
  const query = useQuery(api.calendar.readYear.queryOptions({ input: { unitId: unit.unitId, kind, year } }))
  return (
    <Loaded query={query}>
      {({ source, table, landmarks }) => (
        <>
          <Panel
            aside={
              <Button
                variant="default"
                onClick={() => saveTable({ fileName: `${fileNames[kind]}-${year}.csv`, content: table })}
              >
                {words.download}
              </Button>
            }
            title={words.source(source.number, writeDay(source.day), source.issuer)}
          >
            {words.savedAt(writeInstant(savedAt))}
          </Panel>
          <Landmarks kind={kind} landmarks={landmarks} />
        </>
      )}
    </Loaded>
  )
}
