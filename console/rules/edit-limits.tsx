import { Button, Group, NumberInput, TextInput } from '@mantine/core'
import { rulePresets, type UnitRules } from '@nguon/domain/rules'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { rulesWords } from '../words/rules-words.ts'

/** The two limits every regulation sets, by hand or from a preset; what else the unit ruled stays as it is. */
export function EditLimits({ version, rules }: { version: number; rules: UnitRules | null }) {
  const words = useWords(rulesWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [sessions, setSessions] = useState(rules?.maximumSessionsPerDay?.value ?? null)
  const [minutes, setMinutes] = useState(rules?.minutesPerSession?.value ?? null)
  const [citation, setCitation] = useState(
    rules?.maximumSessionsPerDay?.citation ?? rules?.minutesPerSession?.citation ?? '',
  )
  const save = useMutation(
    api.rules.save.mutationOptions({
      onSuccess: async () => {
        setOpened(false)
        toast(words.saved)
        await Promise.all(
          [api.rules.key(), api.schedule.key()].map(queryKey => queries.invalidateQueries({ queryKey })),
        )
      },
    }),
  )
  const issue = () =>
    save.mutate({
      unitId: unit.unitId,
      version,
      rules: {
        quietHours: rules?.quietHours ?? null,
        broadcastWindows: rules?.broadcastWindows ?? null,
        silentDays: rules?.silentDays ?? null,
        maximumVolumeByHour: rules?.maximumVolumeByHour ?? null,
        maximumSessionsPerDay: sessions === null ? null : { value: sessions, citation },
        minutesPerSession: minutes === null ? null : { value: minutes, citation },
      },
    })
  const whole = (value: string | number) => (typeof value === 'number' ? Math.round(value) : null)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {words.edit}
      </Button>
      <ConsequenceDialog
        opened={opened}
        title={words.editTitle}
        consequences={[{ tone: 'caution', text: words.consequence }]}
        confirm={words.save}
        busy={save.isPending}
        error={save.error}
        disabled={citation.trim() === ''}
        onConfirm={issue}
        onClose={() => setOpened(false)}
      >
        <Group gap="xs" role="group" aria-label={words.presets}>
          {(['urban', 'rural'] as const).map(name => (
            <Button
              key={name}
              variant="default"
              onClick={() => {
                setSessions(rulePresets[name].maximumSessionsPerDay)
                setMinutes(rulePresets[name].minutesPerSession)
              }}
            >
              {words[name]}
            </Button>
          ))}
        </Group>
        <NumberInput
          label={words.maximumSessionsPerDay}
          description={words.noLimit}
          min={0}
          max={48}
          allowDecimal={false}
          value={sessions ?? ''}
          onChange={value => setSessions(whole(value))}
        />
        <NumberInput
          label={words.minutesPerSession}
          description={words.noLimit}
          min={1}
          max={1440}
          allowDecimal={false}
          value={minutes ?? ''}
          onChange={value => setMinutes(whole(value))}
        />
        <TextInput
          label={words.citation}
          description={words.citationHint}
          required
          maxLength={500}
          value={citation}
          onChange={event => setCitation(event.currentTarget.value)}
        />
      </ConsequenceDialog>
    </>
  )
}
