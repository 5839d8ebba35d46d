import { Button, FileInput, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Panel } from '@nguon/design'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, client } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { toast } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { territoryWords } from '../words/territory-words.ts'
import { ImportOutcome } from './import-outcome.tsx'

/** First a trial that writes nothing; only what came through it without a fault can be imported. */
export function ImportUnits() {
  const words = useWords(territoryWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const carryOut = async (dryRun: boolean) =>
    await client.territory.importUnits({ file: file ? await inBase64(file) : '', dryRun })
  const attempt = useMutation({ mutationFn: () => carryOut(true) })
  const commit = useMutation({
    mutationFn: () => carryOut(false),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.territory.key() })
      toast(words.imported)
      await navigate('/dia-ban')
    },
  })
  const outcome = attempt.data
  const hasFaults = outcome?.faults.some(({ tolerated }) => !tolerated) ?? true
  const changes = outcome ? outcome.counts.added + outcome.counts.renewed + outcome.counts.corrected : 0
  return (
    <Screen title={words.import} lead={words.importLead} back={{ to: '/dia-ban', label: words.back }}>
      <Panel>
        <Stack>
          <FileInput
            label={words.file}
            placeholder={words.fileHint}
            accept=".csv,.txt,text/csv"
            clearable
            value={file}
            onChange={chosen => {
              setFile(chosen)
              attempt.reset()
              commit.reset()
            }}
          />
          <ProblemNotice error={attempt.error ?? commit.error} />
          <Group>
            <Button
              variant={outcome ? 'default' : 'filled'}
              disabled={!file}
              loading={attempt.isPending}
              onClick={() => attempt.mutate()}
            >
              {words.try}
            </Button>
            {outcome && (
              <Button disabled={hasFaults || changes === 0} loading={commit.isPending} onClick={() => commit.mutate()}>
                {words.commit}
              </Button>
            )}
          </Group>
        </Stack>
      </Panel>
      {outcome && <ImportOutcome outcome={outcome} />}
    </Screen>
  )
}

async function inBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
