import { SimpleGrid, Stack, Text } from '@mantine/core'
import { FactList, Panel, SpanStrip, TrendLine } from '@nguon/design'
import { type DeviceId, type Instant, millisecondsPerDay } from '@nguon/domain/platform'
import { type Availability, heardShare, type Measure, measures } from '@nguon/domain/telemetry'
import { useQuery } from '@tanstack/react-query'
import { api, type client } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { localDay, startOfDay, writeDay, writeNumber, writeSeconds } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { telemetryWords } from '../words/telemetry-words.ts'
import { WeekTable } from './week-table.tsx'
import classes from './device-week.module.css'
import { writeMeasure, writeShare } from './write-measure.ts'

export type DeviceWeekData = Awaited<ReturnType<typeof client.telemetry.ofDevice>>

const hourMilliseconds = 3_600_000

/** Midnights of the seven days, for the lines and the names under them. */
function daysOf(now: Instant): Instant[] {
  return Array.from({ length: 7 }, (_, day) =>
    startOfDay(localDay((now - day * millisecondsPerDay) as Instant)),
  ).toReversed()
}

/** Seven days of what the device told of itself, and how much of the time it was heard. */
export function DeviceWeek({ deviceId }: { deviceId: DeviceId }) {
  const words = useWords(telemetryWords)
  const query = useQuery(api.telemetry.ofDevice.queryOptions({ input: { deviceId }, refetchInterval: 60_000 }))
  return (
    <Panel title={words.week}>
      <Loaded query={query} lines={4}>
        {data => <Week data={data} />}
      </Loaded>
    </Panel>
  )
}

function Week({ data }: { data: DeviceWeekData }) {
  const words = useWords(telemetryWords)
  const { now, hours, outages, week, month } = data
  const from = now - 7 * millisecondsPerDay
  const days = daysOf(now)
  const told = measures.filter(measure => hours.some(({ spreads }) => spreads[measure]))
  const lost = outages.filter(({ endsAt }) => endsAt > from)
  return (
    <Stack>
      <FactList
        facts={[
          [words.shareOf.week, <Share key="week" of={week} />],
          [words.shareOf.month, <Share key="month" of={month} />],
        ]}
      />
      {lost.length > 0 && (
        <SpanStrip
          from={from}
          until={now}
          marks={days.map(at => ({ at, label: writeDay(localDay(at)).slice(0, 5) }))}
          lanes={[{ label: words.lostLane, spans: lost.map(span => ({ ...span, tone: 'bad' })) }]}
        />
      )}
      {told.length === 0 ? (
        <Text c="var(--ink-soft)">{words.noWeek}</Text>
      ) : (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
            {told.map(measure => (
              <MeasureChart key={measure} measure={measure} data={data} ticks={days} />
            ))}
          </SimpleGrid>
          <Text size="sm" c="var(--ink-soft)">
            {words.gapNote}
          </Text>
          <WeekTable told={told} data={data} />
        </>
      )}
    </Stack>
  )
}

function Share({ of }: { of: Availability }) {
  const words = useWords(telemetryWords)
  const language = useLanguage()
  const share = heardShare(of)
  if (share === null) return words.unwatched
  const lost =
    of.outages === 0
      ? words.noOutage
      : words.outages(writeNumber(of.outages, language), writeSeconds(of.longestOutage / 1000, language))
  return `${words.share(writeShare(share, language))}; ${lost}`
}

/** One measure: its name, what the line shows in words, and the line. */
function MeasureChart({ measure, data, ticks }: { measure: Measure; data: DeviceWeekData; ticks: readonly Instant[] }) {
  const words = useWords(telemetryWords)
  const language = useLanguage()
  const { now, hours } = data
  const points = hours.flatMap(({ hour, spreads }) => {
    const spread = spreads[measure]
    return spread ? [{ at: hour, ...spread }] : []
  })
  const write = (value: number) => writeMeasure(measure, value, language)
  const least = write(Math.min(...points.map(point => point.least)))
  const most = write(Math.max(...points.map(point => point.most)))
  return (
    <figure className={classes['chart']}>
      <figcaption>
        <span className={classes['name']}>{words.measures[measure]}</span>
        <span className={classes['words']}>
          {least === most ? words.steady(least) : words.spread(least, most, write(points.at(-1)?.mean ?? 0))}
        </span>
      </figcaption>
      <TrendLine
        points={points}
        from={now - 7 * millisecondsPerDay}
        until={now}
        step={hourMilliseconds}
        ticks={ticks}
      />
    </figure>
  )
}
