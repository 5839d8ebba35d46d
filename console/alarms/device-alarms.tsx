import { Button } from '@mantine/core'
import { Panel, RowList } from '@nguon/design'
import { mayAcknowledgeAlarms } from '@nguon/domain/alarms'
import type { DeviceId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { alarmWords } from '../words/alarm-words.ts'
import { useWords } from '../words/define-words.ts'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { AlarmRow, type ShownAlarm } from './alarm-row.tsx'

/** The troubles of one device: those that stand, and behind a press those that are over. Nothing where there never was one. */
export function DeviceAlarms({ deviceId }: { deviceId: DeviceId }) {
  const words = useWords(alarmWords)
  const { actor, unit } = useWorkplace()
  const [asking, setAsking] = useState<readonly ShownAlarm[]>([])
  const [all, setAll] = useState(false)
  const query = useQuery(api.alarms.ofDevice.queryOptions({ input: { deviceId, limit: 50 }, refetchInterval: 15_000 }))
  const may = mayAcknowledgeAlarms(actor, unit.path)
  if (query.data?.items.length === 0) return null
  return (
    <Loaded query={query} lines={1}>
      {({ items }) => {
        const standing = items.filter(({ closedAt }) => closedAt === null)
        const shown = all ? items : standing
        return (
          <Panel
            title={words.ofDevice}
            tone={standing.some(({ acknowledgedAt }) => acknowledgedAt === null) ? 'caution' : 'plain'}
            flush={shown.length > 0}
            aside={
              items.length > standing.length && (
                <Button variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
                  {words.earlier}
                </Button>
              )
            }
          >
            {shown.length === 0 ? (
              words.emptyTitle
            ) : (
              <RowList label={words.ofDevice}>
                {shown.map(alarm => (
                  <AlarmRow
                    key={alarm.id}
                    alarm={alarm}
                    named={false}
                    {...(may ? { onAcknowledge: () => setAsking([alarm]) } : {})}
                  />
                ))}
              </RowList>
            )}
            <AcknowledgeDialog alarms={asking} onClose={() => setAsking([])} />
          </Panel>
        )
      }}
    </Loaded>
  )
}
