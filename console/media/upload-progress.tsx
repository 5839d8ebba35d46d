import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { ProgressLine } from '@nguon/design'
import { isProblem, unreachable } from '../api/problem.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { mediaWords } from '../words/media-words.ts'
import { shellWords } from '../words/shell-words.ts'
import type { UploadState, UploadWish } from './use-upload.ts'

/** How far a file is on its way into the library. */
export function UploadProgress({
  state,
  onRetry,
  onForget,
}: {
  state: UploadState
  onRetry: (wish: UploadWish) => void
  onForget: () => void
}) {
  const words = useWords(mediaWords)
  const { cancel, retry } = useWords(shellWords)
  if (state.step === 'idle') return null
  if (state.step === 'uploading') return <ProgressLine label={words.uploading(state.name)} share={state.share} />
  if (state.step === 'preparing') {
    return (
      <Group role="status" gap="sm">
        <Loader size="sm" />
        <Text>{words.preparing}</Text>
      </Group>
    )
  }
  const broken = isProblem(state.error, unreachable)
  return (
    <Stack gap="sm">
      {broken ? <Text role="alert">{words.interrupted}</Text> : <ProblemNotice error={state.error} />}
      <Group>
        <Button onClick={() => onRetry(state.wish)}>{broken ? words.resume : retry}</Button>
        <Button variant="default" onClick={onForget}>
          {cancel}
        </Button>
      </Group>
    </Stack>
  )
}
