import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Panel } from '@nguon/design'
import { useNavigate } from 'react-router'
import { api, client } from '../api/client.ts'
import { Screen } from '../shell/screen.tsx'
import { TableTrial } from '../shell/table-trial.tsx'
import { toast } from '../shell/toast.tsx'
import { useTableTrial } from '../shell/use-table-trial.ts'
import { useWords } from '../words/define-words.ts'
import { territoryWords } from '../words/territory-words.ts'
import { ImportOutcome } from './import-outcome.tsx'

/** First a trial that writes nothing; only what came through it without a fault can be imported. */
export function ImportUnits() {
  const words = useWords(territoryWords)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const trial = useTableTrial(
    async (file, dryRun) => client.territory.importUnits({ file: await inBase64(file), dryRun }),
    {
      onSaved: async () => {
        await queries.invalidateQueries({ queryKey: api.territory.key() })
        toast(words.imported)
        await navigate('/dia-ban')
      },
    },
  )
  const { outcome } = trial
  const hasFaults = outcome?.faults.some(({ tolerated }) => !tolerated) ?? true
  const changes = outcome ? outcome.counts.added + outcome.counts.renewed + outcome.counts.corrected : 0
  return (
    <Screen title={words.import} lead={words.importLead} back={{ to: '/dia-ban', label: words.back }}>
      <Panel>
        <Stack>
          <TableTrial trial={trial} words={words} maySave={!hasFaults && changes > 0} />
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
