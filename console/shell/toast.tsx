import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { currentLanguage } from '../words/language.ts'
import { wordsIn } from '../words/define-words.ts'
import { problemSentence } from '../words/problem-sentence.ts'
import { shellWords } from '../words/shell-words.ts'

/** Tells that something is done; with `undo`, it can be taken back for as long as the notice stands. */
export function toast(text: string, undo?: () => void): void {
  const words = wordsIn(shellWords, currentLanguage())
  const id = crypto.randomUUID()
  const takeBack = () => {
    notifications.hide(id)
    undo?.()
  }
  notifications.show({
    id,
    color: 'good',
    withBorder: true,
    autoClose: undo ? 12_000 : 6000,
    closeButtonProps: { 'aria-label': words.close, size: 'lg' },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{text}</span>
        {undo && (
          <Button variant="subtle" onClick={takeBack}>
            {words.undo}
          </Button>
        )}
      </Group>
    ),
  })
}

/** Tells what went wrong with something that has no place of its own on the screen. */
export function toastProblem(error: unknown): void {
  const words = wordsIn(shellWords, currentLanguage())
  notifications.show({
    color: 'alert',
    withBorder: true,
    autoClose: false,
    role: 'alert',
    closeButtonProps: { 'aria-label': words.close, size: 'lg' },
    message: problemSentence(error, currentLanguage()),
  })
}
