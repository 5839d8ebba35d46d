import { Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { Panel, Row, RowList } from '@nguon/design'
import type { CalendarKind } from '@nguon/domain/calendar'
import type { Day } from '@nguon/domain/platform'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import { TableTrial } from '../shell/table-trial.tsx'
import { toast } from '../shell/toast.tsx'
import { useTableTrial } from '../shell/use-table-trial.ts'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeDay } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { calendarWords } from '../words/calendar-words.ts'
import { Landmarks } from './landmarks.tsx'

type Outcome = Awaited<ReturnType<typeof client.calendar.importYear>>

const shownChanges = 20

/** A trial first, which writes nothing; only a table without faults is saved, with the document that approves it. */
export function EnterYear({ kind, year, version }: { kind: CalendarKind; year: number; version: number }) {
  const words = useWords(calendarWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const [number, setNumber] = useState('')
  const [day, setDay] = useState<Day | null>(null)
  const [issuer, setIssuer] = useState('')
  const trial = useTableTrial(
    async (file, dryRun) =>
      client.calendar.importYear({
        unitId: unit.unitId,
        kind,
        year,
        version,
        source: { number, day: day ?? '', issuer },
        table: await file.text(),
        dryRun,
      }),
    {
      onSaved: async () => {
        toast(words.saved)
        await queries.invalidateQueries({ queryKey: api.calendar.key() })
      },
    },
  )
  const isComplete = day !== null && number.trim() !== '' && issuer.trim() !== ''
  const { outcome } = trial
  return (
    <>
      <Panel title={version > 0 ? words.replace : words.enterTitle}>
        <Stack>
          <Text c="var(--ink-soft)">{version > 0 ? words.replaceHint : words.columns[kind]}</Text>
          <TextInput
            label={words.number}
            description={words.numberHint}
            required
            maxLength={100}
            value={number}
            onChange={event => setNumber(event.currentTarget.value)}
          />
          <DateInput
            label={words.day}
            required
            valueFormat="DD/MM/YYYY"
            value={day}
            onChange={value => setDay(value as Day | null)}
          />
          <TextInput
            label={words.issuer}
            required
            maxLength={200}
            value={issuer}
            onChange={event => setIssuer(event.currentTarget.value)}
          />
          <TableTrial trial={trial} words={words} isComplete={isComplete} maySave={outcome?.faultCount === 0} />
        </Stack>
      </Panel>
      {outcome && <TrialOutcome kind={kind} isReplaced={version > 0} outcome={outcome} />}
    </>
  )
}

function TrialOutcome({ kind, isReplaced, outcome }: { kind: CalendarKind; isReplaced: boolean; outcome: Outcome }) {
  const words = useWords(calendarWords)
  const { faults, faultCount, changedDays, dayCount, landmarks } = outcome
  const changes = changedDays.slice(0, shownChanges).map(writeDay).join(', ')
  if (faultCount > 0) {
    const title = words.faults(String(faultCount))
    return (
      <Panel title={title} tone="caution" flush>
        <div role="status">
          <RowList label={title}>
            {faults.map(({ line, code, sentence }) => (
              <Row
                key={`${line} ${code} ${sentence}`}
                title={sentence}
                about={line === null ? undefined : words.line(String(line))}
              />
            ))}
          </RowList>
        </div>
      </Panel>
    )
  }
  return (
    <>
      <Panel tone="accent">
        <Stack gap="xs" role="status">
          <div>{words.sound(String(dayCount))}</div>
          {isReplaced && (
            <div>
              {changedDays.length === 0
                ? words.noChanges
                : words.changes(
                    String(changedDays.length),
                    changedDays.length > shownChanges ? `${changes}…` : changes,
                  )}
            </div>
          )}
        </Stack>
      </Panel>
      <Landmarks kind={kind} landmarks={landmarks} />
    </>
  )
}
