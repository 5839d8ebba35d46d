import { Panel, Row, RowList, StatusTag } from '@nguon/design'
import { calendarKinds, mayKeepCalendar } from '@nguon/domain/calendar'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeDay } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { calendarWords } from '../words/calendar-words.ts'

/** Which years are there, by which documents, and which are awaited. */
export function CalendarYears() {
  const words = useWords(calendarWords)
  const { actor, unit } = useWorkplace()
  const query = useQuery(api.calendar.readYears.queryOptions({ input: { unitId: unit.unitId } }))
  return (
    <Screen title={words.title} lead={words.lead}>
      <Loaded query={query}>
        {({ keeperId, years, missing }) => {
          const mayKeep = keeperId === unit.unitId && mayKeepCalendar(actor, unit.path)
          return calendarKinds.map(kind => (
            <Panel key={kind} title={words.kinds[kind]} flush>
              <RowList label={words.kinds[kind]}>
                {years
                  .filter(one => one.kind === kind)
                  .map(({ year, source }) => (
                    <Row
                      key={year}
                      link={(title, className) => (
                        <Link to={`/lich-nam/${kind}/${year}`} className={className}>
                          {title}
                        </Link>
                      )}
                      title={words.year(String(year))}
                      about={words.source(source.number, writeDay(source.day), source.issuer)}
                    />
                  ))}
                {missing
                  .filter(one => one.kind === kind)
                  .map(({ year }) => (
                    <Row
                      key={year}
                      {...(mayKeep && {
                        link: (title, className) => (
                          <Link to={`/lich-nam/${kind}/${year}`} className={className}>
                            {title}
                          </Link>
                        ),
                      })}
                      title={words.missing(String(year))}
                      about={mayKeep ? words.missingWords : words.missingForReaders}
                      end={mayKeep && <StatusTag tone="caution">{words.enter}</StatusTag>}
                    />
                  ))}
              </RowList>
            </Panel>
          ))
        }}
      </Loaded>
    </Screen>
  )
}
