import { Button, FileInput, Group } from '@mantine/core'
import { ProblemNotice } from './problem-notice.tsx'
import type { TableTrialState } from './use-table-trial.ts'

/** Where the table is chosen and tried, and saved once the trial says that it may be. */
export function TableTrial({
  trial: { file, choose, attempt, commit, outcome },
  words,
  isComplete = true,
  maySave,
}: {
  trial: TableTrialState
  words: { readonly file: string; readonly fileHint: string; readonly try: string; readonly commit: string }
  /** Whether everything else that is asked for is given. */
  isComplete?: boolean
  /** Whether what was tried may be saved. */
  maySave: boolean
}) {
  return (
    <>
      <FileInput
        label={words.file}
        placeholder={words.fileHint}
        required
        accept=".csv,.txt,text/csv"
        clearable
        value={file}
        onChange={choose}
      />
      <ProblemNotice error={attempt.error ?? commit.error} />
      <Group>
        <Button
          variant={outcome ? 'default' : 'filled'}
          disabled={!file || !isComplete}
          loading={attempt.isPending}
          onClick={() => file && attempt.mutate(file)}
        >
          {words.try}
        </Button>
        {outcome !== undefined && maySave && (
          <Button
            disabled={!file || !isComplete}
            loading={commit.isPending}
            onClick={() => file && commit.mutate(file)}
          >
            {words.commit}
          </Button>
        )}
      </Group>
    </>
  )
}
