import { Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { Panel, StatusTag } from '@nguon/design'
import type { DeviceId, Instant, SlotId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeInstant } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'

/** Why a slot plays or does not play on one loudspeaker at one occurrence. */
export function Explanation({ slotId, startsAt }: { slotId: SlotId; startsAt: readonly Instant[] }) {
  const words = useWords(scheduleWords)
  const language = useLanguage()
  const { unit } = useWorkplace()
  const [search, setSearch] = useState('')
  const [deviceId, setDeviceId] = useState<DeviceId | null>(null)
  const [at, setAt] = useState(startsAt[0])
  const devices = useQuery(
    api.devices.list.queryOptions({
      input: { unitId: unit.unitId, kind: 'speaker', limit: 50, ...(search ? { search } : {}) },
    }),
  )
  const answer = useQuery(
    api.schedule.explain.queryOptions({
      input: { slotId, deviceId: deviceId ?? ('' as DeviceId), at: at ?? 0 },
      enabled: deviceId !== null && at !== undefined,
    }),
  )
  return (
    <Panel title={words.explain}>
      <Stack>
        <Text c="var(--ink-soft)">{words.explainLead}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={words.device}
            searchable
            searchValue={search}
            onSearchChange={setSearch}
            filter={({ options }) => options}
            data={(devices.data?.items ?? []).map(device => ({ value: device.id, label: device.name }))}
            value={deviceId}
            onChange={value => setDeviceId(value)}
          />
          <Select
            label={words.occurrence}
            allowDeselect={false}
            data={startsAt.map(instant => ({ value: String(instant), label: writeInstant(instant) }))}
            value={String(at)}
            onChange={value => setAt(Number(value) as Instant)}
          />
        </SimpleGrid>
        {deviceId && (
          <div role="status">
            <Loaded query={answer} lines={1}>
              {({ plays, reason }) => (
                <Stack gap="xs" align="flex-start">
                  <StatusTag tone={plays ? 'good' : 'caution'}>
                    {plays ? words.explainPlays : words.explainSilent}
                  </StatusTag>
                  <Text>{reason[language]}</Text>
                </Stack>
              )}
            </Loaded>
          </div>
        )}
      </Stack>
    </Panel>
  )
}
