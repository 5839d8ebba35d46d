import { Button, Group, SegmentedControl, Select, SimpleGrid } from '@mantine/core'
import { StatusTag } from '@nguon/design'
import { alarmKinds, mayAcknowledgeAlarms } from '@nguon/domain/alarms'
import { IconCircleCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { byPages, pageOf } from '../lists/by-pages.ts'
import { ListFrame } from '../lists/list-frame.tsx'
import { oneOf, useAddressFilter } from '../lists/use-address-filter.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeNumber } from '../time/local-time.ts'
import { alarmWords } from '../words/alarm-words.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { AlarmRow, type ShownAlarm } from './alarm-row.tsx'

export function AlarmList() {
  const words = useWords(alarmWords)
  const language = useLanguage()
  const { actor, unit } = useWorkplace()
  const { read, change, clear } = useAddressFilter(['loai', 'xong'])
  const kind = oneOf(alarmKinds, read('loai'))
  const open = read('xong') === '' ? 'true' : 'false'
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<readonly ShownAlarm[]>([])
  const found = useInfiniteQuery(
    api.alarms.list.infiniteOptions({
      input: pageOf({ unitId: unit.unitId, limit: 30, open, ...(kind ? { kind } : {}) } as const),
      ...byPages,
      refetchInterval: 15_000,
    }),
  )
  const may = mayAcknowledgeAlarms(actor, unit.path)
  const shown = found.data?.pages.flatMap(({ items }) => items) ?? []
  const selected = shown.filter(({ id, acknowledgedAt }) => chosen.has(id) && acknowledgedAt === null)
  const counts = found.data?.pages[0]?.counts
  const choose = (id: string, on: boolean) =>
    setChosen(before => (on ? new Set([...before, id]) : new Set([...before].filter(known => known !== id))))
  const close = () => {
    setAsking([])
    setChosen(new Set())
  }
  return (
    <Screen title={words.title} lead={words.lead}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <SegmentedControl
          aria-label={words.which}
          value={open}
          onChange={value => change('xong', value === 'true' ? null : '1')}
          data={[
            { value: 'true', label: words.standing },
            { value: 'false', label: words.closed },
          ]}
        />
        <Select
          aria-label={words.kind}
          placeholder={words.allKinds}
          clearable
          data={alarmKinds.map(value => ({ value, label: words.kinds[value] }))}
          value={kind ?? null}
          onChange={value => change('loai', value)}
        />
      </SimpleGrid>
      {counts && counts.waiting > 0 && (
        <Group gap="xs" role="status">
          <StatusTag tone="caution">{words.waiting(writeNumber(counts.waiting, language))}</StatusTag>
          {counts.urgent > 0 && <StatusTag tone="bad">{words.urgent(writeNumber(counts.urgent, language))}</StatusTag>}
        </Group>
      )}
      {selected.length > 0 && (
        <Group>
          <Button onClick={() => setAsking(selected)}>
            {words.acknowledgeChosen(writeNumber(selected.length, language))}
          </Button>
        </Group>
      )}
      <ListFrame
        label={words.title}
        query={found}
        empty={
          open === 'true'
            ? { icon: <IconCircleCheck size={34} />, title: words.emptyTitle, words: words.emptyWords }
            : { title: words.noneClosed }
        }
        filter={{ isFiltering: kind !== undefined, clear, nothing: { title: words.nothingFound }, undo: words.clear }}
        row={alarm => (
          <AlarmRow
            key={alarm.id}
            alarm={alarm}
            {...(may
              ? {
                  choice: { chosen: chosen.has(alarm.id), onChange: (on: boolean) => choose(alarm.id, on) },
                  onAcknowledge: () => setAsking([alarm]),
                }
              : {})}
          />
        )}
      />
      <AcknowledgeDialog alarms={asking} onClose={close} />
    </Screen>
  )
}
