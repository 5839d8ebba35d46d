import type { BulletinId } from '@nguon/domain/platform'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Screen } from '../shell/screen.tsx'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { SlotEditor } from './slot-editor.tsx'
import { emptyForm } from './slot-form.ts'

/** `?tin=` brings a bulletin along. */
export function NewSlot() {
  const words = useWords(scheduleWords)
  const [parameters] = useSearchParams()
  const today = localDay(useNow())
  const [given] = useState(() => emptyForm(today, parameters.getAll('tin') as BulletinId[]))
  return (
    <Screen title={words.newTitle} back={{ to: '/lich-phat', label: words.back }} wide>
      <SlotEditor given={given} />
    </Screen>
  )
}
