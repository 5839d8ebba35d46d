import { Fieldset, Radio, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import { unitTitle } from '@nguon/domain/territory'
import { useWorkplace } from '../shell/workplace.tsx'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { slotWords } from '../words/slot-words.ts'
import { SelectPlaces } from './select-places.tsx'
import type { SlotForm } from './slot-form.ts'
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
        <Fieldset legend={more.except}>
          <Text size="sm" c="var(--ink-soft)" mb="sm">
            {more.exceptWords}
          </Text>
          <SelectPlaces unitId={unitId} selected={form.except} select={except => change({ except })} />
        </Fieldset>
      </Stack>
    </Panel>
  )
}
