import { Button, Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core'
import { DateInput, TimePicker } from '@mantine/dates'
import type { Day, TimeOfDay } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'
import { draftOfPlace, type PlaceForm, placeFormOf } from './place-form.ts'
import { PlaceTarget } from './place-target.tsx'
import type { QuietPlace } from './quiet-places.tsx'
import { TouchedSlots, useTouchedSlots } from '../rules/touched-slots.tsx'

/** A new quiet place or one that is changed, with what it would do to saved slots. */
export function QuietPlaceForm({ place, close }: { place: QuietPlace | null; close: () => void }) {
  const words = useWords(rulesWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const [form, setForm] = useState<PlaceForm>(() => placeFormOf(place))
  const change = (values: Partial<PlaceForm>) => setForm(former => ({ ...former, ...values }))
  const draft = draftOfPlace(form)
  const preview = useTouchedSlots(draft && { quietPlace: { ...draft, ...(place && { quietPlaceId: place.id }) } })
  const save = useMutation({
    mutationFn: (fields: NonNullable<typeof draft>) =>
      place
        ? client.rules.changeQuietPlace({ ...fields, quietPlaceId: place.id, version: place.version })
        : client.rules.addQuietPlace({ ...fields, unitId: unit.unitId }),
    onSuccess: async () => {
      close()
      toast(place ? words.placeChanged : words.placeAdded)
      await Promise.all([api.rules.key(), api.schedule.key()].map(queryKey => queries.invalidateQueries({ queryKey })))
    },
  })
  const time = (name: 'fromTime' | 'untilTime', label: string) => (
    <TimePicker
      label={label}
      format="24h"
      hoursInputLabel={`${label}: ${words.hours}`}
      minutesInputLabel={`${label}: ${words.minutes}`}
      value={form[name]}
      onChange={given => change({ [name]: given.slice(0, 5) as TimeOfDay })}
      w={130}
    />
  )
  const day = (name: 'from' | 'until', label: string) => (
    <DateInput
      label={label}
      required
      valueFormat="DD/MM/YYYY"
      flex="1 1 160px"
      value={form[name]}
      onChange={chosen => change({ [name]: chosen as Day | null })}
    />
  )
  return (
    <Stack gap="md" role="group" aria-label={place?.name ?? words.addPlace}>
      <TextInput
        label={words.placeName}
        description={words.placeNameHint}
        required
        maxLength={200}
        value={form.name}
        onChange={event => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.placeCitation}
        description={words.placeCitationHint}
        required
        maxLength={500}
        value={form.citation}
        onChange={event => change({ citation: event.currentTarget.value })}
      />
      <Radio.Group label={words.placeWhere} value={form.where} onChange={where => change({ where })}>
        <Stack gap="sm" mt="xs">
          {(['villages', 'devices', 'circle'] as const).map(where => (
            <Radio key={where} value={where} label={words.where[where]} />
          ))}
        </Stack>
      </Radio.Group>
      <PlaceTarget form={form} change={change} />
      <Group gap="sm">
        {day('from', words.fromDay)}
        {day('until', words.untilDay)}
      </Group>
      <Checkbox
        size="md"
        label={words.hoursOnly}
        checked={form.hoursOnly}
        onChange={event => change({ hoursOnly: event.currentTarget.checked })}
      />
      {form.hoursOnly && (
        <Group gap="sm">
          {time('fromTime', words.start)}
          {time('untilTime', words.end)}
        </Group>
      )}
      <TouchedSlots preview={preview} isReady={draft !== null} />
      <ProblemNotice error={save.error} />
      <Group>
        <Button
          loading={save.isPending}
          disabled={draft === null || !preview.data || preview.isFetching || preview.isError}
          onClick={() => draft && save.mutate(draft)}
        >
          {words.savePlace}
        </Button>
        <Button variant="default" onClick={close}>
          {words.close}
        </Button>
      </Group>
    </Stack>
  )
}
