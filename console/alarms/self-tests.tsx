import { Text } from '@mantine/core'
import { Panel, Row, RowList, StatusTag } from '@nguon/design'
import type { SelfTest } from '@nguon/domain/alarms'
import type { DeviceId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { writeNear, writeNumber } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { selfTestWords } from '../words/self-test-words.ts'

const shown = 5

/** The last weeks' quiet tones, and no more than is known of them: without a sensor nobody claims that one was heard. */
export function SelfTests({ deviceId }: { deviceId: DeviceId }) {
  const words = useWords(selfTestWords)
  const query = useQuery(api.alarms.selfTests.queryOptions({ input: { deviceId }, staleTime: 60_000 }))
  return (
    <Panel title={words.title} flush={(query.data?.length ?? 0) > 0}>
      <Loaded query={query} lines={1}>
        {tests =>
          tests.length === 0 ? (
            <Text c="var(--ink-soft)">{words.none}</Text>
          ) : (
            <RowList label={words.title}>
              {tests.slice(0, shown).map(test => (
                <TestRow key={`${test.log} ${test.seq}`} test={test} />
              ))}
            </RowList>
          )
        }
      </Loaded>
    </Panel>
  )
}

function TestRow({ test: { at, result, heard, heardLevel } }: { test: SelfTest }) {
  const words = useWords(selfTestWords)
  const language = useLanguage()
  const now = useNow()
  const passed = result === 'completed' && heard !== false
  const sound =
    heard === null ? words.noSensor : heard ? words.heard(writeNumber(heardLevel ?? 0, language)) : words.unheard
  return (
    <Row
      title={<span className="tabular">{writeNear(at, now, language)}</span>}
      about={result === 'completed' ? sound : words.output}
      end={<StatusTag tone={passed ? 'good' : 'bad'}>{passed ? words.passed : words.failed}</StatusTag>}
    />
  )
}
