import { Button, Group, Stack, Text } from '@mantine/core'
import { Panel, StatusTag } from '@nguon/design'
import { mayKeepQuiet } from '@nguon/domain/rules'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, writeDay, writeInstant } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { rulesWords } from '../words/rules-words.ts'
import { QuietPlaceForm } from './quiet-place-form.tsx'
import { writeHours } from '../rules/write-rule.ts'

export type QuietPlace = Awaited<ReturnType<typeof client.rules.read>>['quietPlaces'][number]

/** Schools, clinics, exam sites, houses in mourning: which loudspeakers are silent there, when and by which paper. */
export function QuietPlaces({ places }: { places: readonly QuietPlace[] }) {
  const words = useWords(rulesWords)
  const { actor, unit } = useWorkplace()
  /** An id, `new`, or null: nothing is being edited. */
  const [editing, setEditing] = useState<string | null>(null)
  const mayKeep = mayKeepQuiet(actor, unit.path)
  const add = mayKeep && editing === null && (
    <Button variant="default" leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setEditing('new')}>
      {words.addPlace}
    </Button>
  )
  return (
    <Panel title={words.quietPlaces} aside={add}>
      <Stack gap="lg">
        {places.length === 0 && editing === null && <Text c="var(--ink-soft)">{words.noPlaces}</Text>}
        {editing === 'new' && <QuietPlaceForm place={null} close={() => setEditing(null)} />}
        {places.map(place =>
          place.id === editing ? (
            <QuietPlaceForm key={`${place.id} ${place.version}`} place={place} close={() => setEditing(null)} />
          ) : (
            <OnePlace
              key={place.id}
              place={place}
              {...(mayKeep && place.unitId === unit.unitId && { edit: () => setEditing(place.id) })}
            />
          ),
        )}
      </Stack>
    </Panel>
  )
}

function OnePlace({ place, edit }: { place: QuietPlace; edit?: () => void }) {
  const words = useWords(rulesWords)
  const language = useLanguage()
  const { unit } = useWorkplace()
  const { nameOf } = useUnits()
  const queries = useQueryClient()
  const today = localDay(useNow())
  const renew = () =>
    Promise.all([api.rules.key(), api.schedule.key()].map(queryKey => queries.invalidateQueries({ queryKey })))
  const { id, unitId, version: _, ...fields } = place
  const remove = useMutation({
    mutationFn: () => client.rules.removeQuietPlace({ quietPlaceId: id }),
    onSuccess: async () => {
      toast(words.placeRemoved, () => {
        client.rules
          .addQuietPlace({ ...fields, unitId })
          .then(renew)
          .catch(toastProblem)
      })
      await renew()
    },
  })
  const named = place.target.units.length + place.target.groups.length + place.target.devices.length
  const whenOf = (period: QuietPlace['periods'][number]) => {
    if (period.kind === 'span') return words.placeWhen(writeInstant(period.startsAt), writeInstant(period.endsAt))
    const { from, until, hours } = period
    const days = from === until ? words.placeOn(writeDay(from)) : words.placeWhen(writeDay(from), writeDay(until))
    return hours ? `${days}, ${words.everyDayHours(writeHours(hours, language))}` : days
  }
  const isOver = place.periods.every(period => period.kind === 'days' && period.until < today)
  const about = [
    ...place.periods.map(whenOf),
    named > 0 && words.named(String(named)),
    place.around && words.around(String(place.around.radiusMetres)),
  ]
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div style={{ flex: '1 1 260px' }}>
        <Text fw={600}>
          {place.name} {isOver && <StatusTag>{words.ended}</StatusTag>}
        </Text>
        <Text>{about.filter(Boolean).join(' · ')}</Text>
        <Text size="sm" c="var(--ink-soft)">
          {place.citation}
          {unitId !== unit.unitId && ` · ${words.ofUnit(nameOf(unitId))}`}
        </Text>
        <ProblemNotice error={remove.error} />
      </div>
      {edit && (
        <Group gap="xs">
          <Button variant="default" aria-label={words.editPlace(place.name)} onClick={edit}>
            {words.edit}
          </Button>
          <Button
            variant="default"
            aria-label={words.removePlace(place.name)}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {words.remove}
          </Button>
        </Group>
      )}
    </Group>
  )
}
