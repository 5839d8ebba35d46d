import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { readAloud } from '@nguon/domain/voice'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, client } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { dictionaryWords } from '../words/dictionary-words.ts'
import { shellWords } from '../words/shell-words.ts'

type Entry = Awaited<ReturnType<typeof client.voice.dictionary>>['items'][number]

/** The entry to change; without one a new one is written. */
export interface Asked {
  readonly entry?: Entry
}

export function DictionaryEntryDialog({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  const words = useWords(dictionaryWords)
  const { close } = useWords(shellWords)
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={asked?.entry ? words.changeTitle(asked.entry.written) : words.add}
      closeButtonProps={{ 'aria-label': close }}
    >
      {asked && <EntryForm key={asked.entry?.version} {...asked} onDone={onClose} />}
    </Modal>
  )
}

function EntryForm({ entry, onDone }: Asked & { onDone: () => void }) {
  const words = useWords(dictionaryWords)
  const { unit } = useWorkplace()
  const queries = useQueryClient()
  const [written, setWritten] = useState(entry?.written ?? '')
  const [spoken, setSpoken] = useState(entry?.spoken ?? '')
  const [matchCase, setMatchCase] = useState(entry?.matchCase ?? false)
  const done = (sentence: string) => () => {
    toast(sentence)
    void queries.invalidateQueries({ queryKey: api.voice.dictionary.key() })
    onDone()
  }
  const save = useMutation({
    mutationFn: () => {
      const fields = { written: written.trim(), spoken: spoken.trim(), matchCase }
      return entry
        ? client.voice.changeEntry({ id: entry.id, version: entry.version, ...fields })
        : client.voice.addEntry({ unitId: unit.unitId, ...fields })
    },
    onSuccess: done(words.saved(written.trim())),
  })
  const remove = useMutation({
    mutationFn: ({ id, version }: Entry) => client.voice.removeEntry({ id, version }),
    onSuccess: done(words.removed(written.trim())),
  })
  const usual = written.trim() === '' ? '' : readAloud(written, { acceptUnknown: true }).text.replace(/\.$/, '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={words.written}
          description={words.writtenHint}
          value={written}
          maxLength={200}
          required
          data-autofocus
          onChange={event => setWritten(event.currentTarget.value)}
        />
        <TextInput
          label={words.spoken}
          description={usual ? words.usual(usual) : words.spokenHint}
          value={spoken}
          maxLength={500}
          required
          onChange={event => setSpoken(event.currentTarget.value)}
        />
        <Checkbox
          label={words.matchCase}
          checked={matchCase}
          onChange={event => setMatchCase(event.currentTarget.checked)}
        />
        <ProblemNotice error={save.error ?? remove.error} />
        <Group justify="space-between">
          {entry ? (
            <Button variant="subtle" color="alert" loading={remove.isPending} onClick={() => remove.mutate(entry)}>
              {words.remove}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" loading={save.isPending} disabled={written.trim() === '' || spoken.trim() === ''}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
