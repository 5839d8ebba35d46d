import { Button, TextInput } from '@mantine/core'
import type { MediaItem } from '@nguon/domain/media'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { mediaWords } from '../words/media-words.ts'

/** The words about a file; its bytes never change. */
export function EditMedia({ item }: { item: MediaItem }) {
  const words = useWords(libraryWords)
  const media = useWords(mediaWords)
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [fields, setFields] = useState(wordsOf(item))
  const save = useMutation({
    mutationFn: () => client.media.edit({ id: item.id, version: item.version, ...fields }),
    onSuccess: () => {
      setOpened(false)
      toast(words.saved)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.media.key() }),
  })
  const labels = { title: words.fileTitle, speakerName: media.speakerName, royaltyLine: media.royaltyLine }
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setFields(wordsOf(item))
          setOpened(true)
        }}
      >
        {words.edit}
      </Button>
      <ConsequenceDialog
        opened={opened}
        title={words.edit}
        consequences={[{ text: words.editConsequence }]}
        confirm={words.save}
        busy={save.isPending}
        error={save.error}
        disabled={fields.title.trim() === ''}
        onConfirm={() => save.mutate()}
        onClose={() => setOpened(false)}
      >
        {(['title', 'speakerName', 'royaltyLine'] as const).map(name => (
          <TextInput
            key={name}
            label={labels[name]}
            required={name === 'title'}
            maxLength={name === 'speakerName' ? 200 : 300}
            value={fields[name]}
            onChange={event => setFields({ ...fields, [name]: event.currentTarget.value })}
          />
        ))}
      </ConsequenceDialog>
    </>
  )
}

function wordsOf({ title, speakerName, royaltyLine }: MediaItem) {
  return { title, speakerName, royaltyLine }
}
