import { DateInput } from '@mantine/dates'
import { Text } from '@mantine/core'
import { Panel, Row, RowList, StatusTag, type StatusTone } from '@nguon/design'
import type { Airing } from '@nguon/domain/airings'
import type { Day, DeviceId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { localDay, writeNearDay, writeSeconds, writeTime } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'
import { useLanguage } from '../words/language.ts'

const tones: Readonly<Record<Airing['result']['kind'], StatusTone>> = {
  completed: 'good',
  interrupted: 'caution',
  missed: 'bad',
  failed: 'bad',
  refused: 'bad',
}

/** What it played on a day, and why it did not. "Có tiếng" stands only where a sound was measured. */
export function DeviceAirings({ deviceId }: { deviceId: DeviceId }) {
  const words = useWords(deviceWords)
  const language = useLanguage()
  const today = localDay(useNow())
  const [chosen, setChosen] = useState<Day | null>(null)
  const day = chosen ?? today
  const query = useQuery(api.airings.ofDevice.queryOptions({ input: { deviceId, day }, refetchInterval: 30_000 }))
  return (
    <Panel
      title={words.airingsOf(writeNearDay(day, today, language))}
      flush={(query.data?.length ?? 0) > 0}
      aside={
        <DateInput
          aria-label={words.day}
          valueFormat="DD/MM/YYYY"
          maxDate={today}
          value={day}
          onChange={value => setChosen(value as Day | null)}
        />
      }
    >
      <Loaded query={query} lines={2}>
        {airings =>
          airings.length === 0 ? (
            <Text c="var(--ink-soft)">{words.noAirings}</Text>
          ) : (
            <RowList label={words.airings}>
              {airings.map(airing => (
                <AiringRow key={`${airing.log} ${airing.seq}`} airing={airing} />
              ))}
            </RowList>
          )
        }
      </Loaded>
    </Panel>
  )
}

function AiringRow({ airing }: { airing: Airing }) {
  const words = useWords(deviceWords)
  const language = useLanguage()
  const reasons: Readonly<Record<string, string>> = words.reasons
  const { result } = airing
  const why = result.kind === 'interrupted' ? result.by : result.kind === 'completed' ? null : result.reason
  const about = [
    airing.playedSeconds > 0 && writeSeconds(airing.playedSeconds, language),
    airing.heardLevel !== null && words.heard,
    why && (reasons[why] ?? why),
  ]
  return (
    <Row
      title={
        <>
          <span className="tabular">{writeTime(airing.startedAt ?? airing.plannedAt)}</span> · {airing.title}
        </>
      }
      about={about.filter(Boolean).join(' · ')}
      end={<StatusTag tone={tones[result.kind]}>{words.outcomes[result.kind]}</StatusTag>}
    />
  )
}
