import type { BulletinId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../api/client.ts'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { SlotEditor } from './slot-editor.tsx'
import { emptyForm } from './slot-form.ts'

/** `?tin=` brings bulletins along; the hour is the next sensible one for the first of them. */
export function NewSlot() {
  const words = useWords(scheduleWords)
  const [parameters] = useSearchParams()
  const { unit } = useWorkplace()
  const today = localDay(useNow())
  const [bulletinIds] = useState(() => parameters.getAll('tin') as BulletinId[])
  const [bulletinId] = bulletinIds
  const times = useQuery(
    api.schedule.suggestTimes.queryOptions({
      input: { unitId: unit.unitId, bulletinId: bulletinId ?? ('' as BulletinId) },
      enabled: bulletinId !== undefined,
      retry: false,
    }),
  )
  const bulletin = useQuery(
    api.bulletins.read.queryOptions({
      input: { id: bulletinId ?? ('' as BulletinId) },
      enabled: bulletinId !== undefined,
    }),
  )
  const isReady = bulletinId === undefined || (!times.isPending && !bulletin.isPending)
  const given = {
    ...emptyForm(today, bulletinIds),
    ...times.data?.[0],
    ...(bulletin.data ? { class: bulletin.data.content.class } : {}),
  }
  return (
    <Screen title={words.newTitle} back={{ to: '/lich-phat', label: words.back }} wide>
      {isReady && <SlotEditor given={given} />}
    </Screen>
  )
}
