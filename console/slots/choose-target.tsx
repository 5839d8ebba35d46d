import { Checkbox, Radio, Stack } from '@mantine/core'
import { Panel } from '@nguon/design'
import { unitTitle } from '@nguon/domain/territory'
import { useState } from 'react'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { slotWords } from '../words/slot-words.ts'
import { SelectPlaces } from './select-places.tsx'
import { isNobody, nobody, type SlotForm } from './slot-form.ts'
import type { StoredSlot } from '../schedule/timetable-data.ts'

/** The whole unit, or villages, groups and single loudspeakers; and who is excepted. */
export function ChooseTarget({
  form,
  change,
  stored,
}: {
  form: SlotForm
  change: (values: Partial<SlotForm>) => void
  stored?: StoredSlot
}) {
  const words = useWords(scheduleWords)
  const more = useWords(slotWords)
  const [excepting, setExcepting] = useState(!isNobody(form.except))
  const { unit } = useWorkplace()
  const { tree } = useUnits()
  const unitId = stored?.slot.unitId ?? unit.unitId
  const whole = tree.units.get(unitId)
  return (
    <Panel title={words.where}>
      <Stack>
        <Radio.Group aria-label={words.where} value={form.where} onChange={value => change({ where: value })}>
          <Stack gap="sm">
            <Radio value="unit" label={words.wholeUnit(whole ? unitTitle(whole) : '')} />
            <Radio value="chosen" label={more.chosen} />
          </Stack>
        </Radio.Group>
        {form.where === 'chosen' && (
          <SelectPlaces unitId={unitId} selected={form.chosen} select={chosen => change({ chosen })} offerGroups />
        )}
        <Checkbox
          size="md"
          label={more.except}
          description={more.exceptWords}
          checked={excepting}
          onChange={event => {
            setExcepting(event.currentTarget.checked)
            if (!event.currentTarget.checked) change({ except: nobody })
          }}
        />
        {excepting && <SelectPlaces unitId={unitId} selected={form.except} select={except => change({ except })} />}
      </Stack>
    </Panel>
  )
}
