import { Stack, Text } from '@mantine/core'
import { Panel, SpanStrip, type StripSpan } from '@nguon/design'
import type { Airing } from '@nguon/domain/airings'
import { addDays, type DeviceId, type Instant, millisecondsPerDay } from '@nguon/domain/platform'
import { useQueries } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { localDay, writeNumber, writeTime } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { telemetryWords } from '../words/telemetry-words.ts'

const hourMilliseconds = 3_600_000

const tones: Readonly<Record<Airing['result']['kind'], StripSpan['tone']>> = {
  completed: 'good',
  interrupted: 'caution',
  missed: 'bad',
  failed: 'bad',
  refused: 'bad',
}

/** Twenty-four hours: what was to be played, and under it what was. The list of airings says the same in words. */
export function DeviceDay({ deviceId }: { deviceId: DeviceId }) {
  const words = useWords(telemetryWords)
  const language = useLanguage()
  const now = useNow()
  const today = localDay(now)
  const queries = useQueries({
    queries: [addDays(today, -1), today].map(day =>
      api.airings.ofDevice.queryOptions({ input: { deviceId, day }, refetchInterval: 30_000 }),
    ),
  })
  if (queries.some(({ data }) => data === undefined)) return null
  const from = (now - millisecondsPerDay) as Instant
  const airings = queries
    .flatMap(({ data }) => data ?? [])
    .filter(({ plannedAt, plannedSeconds }) => plannedAt + plannedSeconds * 1000 > from && plannedAt <= now)
  if (airings.length === 0) {
    return (
      <Panel title={words.day}>
        <Text c="var(--ink-soft)">{words.dayNone}</Text>
      </Panel>
    )
  }
  const count = (...kinds: readonly Airing['result']['kind'][]) =>
    writeNumber(airings.filter(({ result }) => kinds.includes(result.kind)).length, language)
  const planned = airings.map(({ plannedAt, plannedSeconds }) => ({
    startsAt: plannedAt,
    endsAt: plannedAt + plannedSeconds * 1000,
    tone: 'accent' as const,
  }))
  const played = airings.map(({ plannedAt, startedAt, plannedSeconds, playedSeconds, result }) => {
    const startsAt = startedAt ?? plannedAt
    const seconds = result.kind === 'completed' || result.kind === 'interrupted' ? playedSeconds : plannedSeconds
    return { startsAt, endsAt: startsAt + seconds * 1000, tone: tones[result.kind] }
  })
  const firstHour = Math.ceil(from / hourMilliseconds) * hourMilliseconds
  const marks = Array.from({ length: 24 }, (_, hour) => (firstHour + hour * hourMilliseconds) as Instant)
    .map(at => ({ at, label: writeTime(at) }))
    .filter(({ label }) => ['00:00', '06:00', '12:00', '18:00'].includes(label))
  return (
    <Panel title={words.day}>
      <Stack gap="xs">
        <Text>
          {words.dayOf(
            writeNumber(airings.length, language),
            count('completed'),
            count('interrupted'),
            count('missed', 'failed', 'refused'),
          )}
        </Text>
        <SpanStrip
          from={from}
          until={now}
          marks={marks}
          lanes={[
            { label: words.planned, spans: planned },
            { label: words.played, spans: played },
          ]}
        />
        <Text size="sm" c="var(--ink-soft)">
          {words.legend}
        </Text>
      </Stack>
    </Panel>
  )
}
