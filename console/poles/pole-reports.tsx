import { Panel, Row, RowList } from '@nguon/design'
import { mayAcknowledgeAlarms } from '@nguon/domain/alarms'
import type { DeviceId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { alarmWords } from '../words/alarm-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { poleWords } from '../words/pole-words.ts'

/** What citizens told at this pole; only for those who answer them, and not there where nobody told anything. */
export function PoleReports({ deviceId }: { deviceId: DeviceId }) {
  const { actor, unit } = useWorkplace()
  return mayAcknowledgeAlarms(actor, unit.path) ? <Told deviceId={deviceId} /> : null
}

function Told({ deviceId }: { deviceId: DeviceId }) {
  const words = useWords(poleWords)
  const { complaints } = useWords(alarmWords)
  const language = useLanguage()
  const now = useNow()
  const { data } = useQuery(api.poles.reports.queryOptions({ input: { deviceId }, refetchInterval: 60_000 }))
  if (!data || data.length === 0) return null
  return (
    <Panel title={words.reports} flush>
      <RowList label={words.reports}>
        {data.map(({ id, at, complaint, words: said, phone, trackingWord }) => (
          <Row
            key={id}
            title={
              said === ''
                ? words.loudspeaker(complaints[complaint])
                : `${words.loudspeaker(complaints[complaint])}: “${said}”`
            }
            about={[writeNear(at, now, language), phone && words.phone(phone), trackingWord]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </RowList>
    </Panel>
  )
}
