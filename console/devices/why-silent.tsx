import { Select, Stack, Text } from '@mantine/core'
import { Panel, StatusTag } from '@nguon/design'
import { addDays, type DeviceId, type Instant, type SlotId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, writeNear } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { groupWords } from '../words/group-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'

/** "Vì sao không phát?", asked of one loudspeaker about any session of its unit. */
export function WhySilent({ deviceId }: { deviceId: DeviceId }) {
  const words = useWords(groupWords)
  const { explainPlays, explainSilent } = useWords(scheduleWords)
  const language = useLanguage()
  const now = useNow()
  const { unit } = useWorkplace()
  const [chosen, setChosen] = useState<{ slotId: SlotId; at: Instant } | null>(null)
  const timetable = useQuery(
    api.schedule.timetable.queryOptions({ input: { unitId: unit.unitId, from: addDays(localDay(now), -3), days: 11 } }),
  )
  const answer = useQuery(
    api.schedule.explain.queryOptions({
      input: { deviceId, slotId: chosen?.slotId ?? ('' as SlotId), at: chosen?.at ?? 0 },
      enabled: chosen !== null,
    }),
  )
  return (
    <Panel title={words.why}>
      <Loaded query={timetable} lines={1}>
        {({ occurrences, slots }) => {
          if (occurrences.length === 0) return <Text c="var(--ink-soft)">{words.whyNone}</Text>
          const titles = new Map(slots.map(({ slot }) => [slot.id, slot.title]))
          const keyOf = (slotId: SlotId, at: Instant) => `${slotId} ${at}`
          return (
            <Stack>
              <Text c="var(--ink-soft)">{words.whyLead}</Text>
              <Select
                label={words.whyWhich}
                searchable
                data={occurrences.map(({ slotId, startsAt }) => ({
                  value: keyOf(slotId, startsAt),
                  label: `${writeNear(startsAt, now, language)} · ${titles.get(slotId) ?? ''}`,
                }))}
                value={chosen && keyOf(chosen.slotId, chosen.at)}
                onChange={key => {
                  const found = occurrences.find(({ slotId, startsAt }) => keyOf(slotId, startsAt) === key)
                  setChosen(found ? { slotId: found.slotId, at: found.startsAt } : null)
                }}
              />
              {chosen && (
                <div role="status">
                  <Loaded query={answer} lines={1}>
                    {({ plays, reason }) => (
                      <Stack gap="xs" align="flex-start">
                        <StatusTag tone={plays ? 'good' : 'caution'}>{plays ? explainPlays : explainSilent}</StatusTag>
                        <Text>{reason[language]}</Text>
                      </Stack>
                    )}
                  </Loaded>
                </div>
              )}
            </Stack>
          )
        }}
      </Loaded>
    </Panel>
  )
}
