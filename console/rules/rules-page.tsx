import { Button } from '@mantine/core'
import { FactList, Panel, Row, RowList } from '@nguon/design'
import { mayRule, type Ruled, type UnitRules } from '@nguon/domain/rules'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeDay } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { EditLimits } from './edit-limits.tsx'

export function RulesPage() {
  const words = useWords(rulesWords)
  const { actor, unit } = useWorkplace()
  const { nameOf } = useUnits()
  const query = useQuery(api.rules.read.queryOptions({ input: { unitId: unit.unitId } }))
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      action={
        <Button component={Link} to="/lich-nam" variant="default">
          {words.calendar}
        </Button>
      }
    >
      <Loaded query={query}>
        {({ version, rules, above, quietPlaces }) => (
          <>
            <Panel
              title={words.own}
              aside={mayRule(actor, unit.path) && <EditLimits key={version} version={version} rules={rules} />}
            >
              {rules ? <Rules rules={rules} /> : words.none}
            </Panel>
            {above.map(higher => (
              <Panel key={higher.unitId} title={words.above(nameOf(higher.unitId))}>
                <Rules rules={higher} />
              </Panel>
            ))}
            {quietPlaces.length > 0 && (
              <Panel title={words.quietPlaces} flush>
                <RowList label={words.quietPlaces}>
                  {quietPlaces.map(place => (
                    <Row key={place.id} title={place.name} about={place.citation} />
                  ))}
                </RowList>
              </Panel>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

const weekdays = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const

function Rules({ rules }: { rules: UnitRules }) {
  const words = useWords(rulesWords)
  const { shortWeekdays } = useWords(scheduleWords)
  const days = (numbers: readonly number[]) => numbers.map(day => shortWeekdays[weekdays[day - 1] ?? 'one']).join(', ')
  const hours = ({ from, until }: { from: string; until: string }) => `${from}–${until}`
  return (
    <FactList
      facts={[
        [words.quietHours, cited(rules.quietHours, list => list.map(hours).join(', '))],
        [
          words.broadcastWindows,
          cited(rules.broadcastWindows, list => list.map(one => `${hours(one)} (${days(one.weekdays)})`).join('; ')),
        ],
        [
          words.silentDays,
          cited(rules.silentDays, value =>
            [days(value.weekdays), ...value.days.map(writeDay)].filter(Boolean).join(', '),
          ),
        ],
        [words.maximumSessionsPerDay, cited(rules.maximumSessionsPerDay, value => words.atMost(String(value)))],
        [words.minutesPerSession, cited(rules.minutesPerSession, value => words.atMost(String(value)))],
        [
          words.maximumVolumeByHour,
          cited(rules.maximumVolumeByHour, list => words.volume(String(Math.min(...list)), String(Math.max(...list)))),
        ],
      ]}
    />
  )
}

function cited<Value>(ruled: Ruled<Value> | null, write: (value: Value) => string): ReactNode {
  if (!ruled) return null
  return (
    <>
      {write(ruled.value)}
      <div style={{ fontWeight: 400, color: 'var(--ink-soft)' }}>{ruled.citation}</div>
    </>
  )
}
