import { Button, Group, Modal, Stack } from '@mantine/core'
import { type Consequence, ConsequenceList } from '@nguon/design'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { ProblemNotice } from './problem-notice.tsx'

/** Shows what will happen before it happens. Closing it, Escape and "Thôi" all leave everything as it was. */
export function ConsequenceDialog({
  opened,
  title,
  consequences,
  confirm,
  danger = false,
  busy = false,
  error,
  disabled = false,
  onConfirm,
  onClose,
  children,
}: {
  opened: boolean
  title: string
  consequences: readonly Consequence[]
  confirm: string
  /** For what cannot be taken back. */
  danger?: boolean
  busy?: boolean
  error?: unknown
  disabled?: boolean
  onConfirm: () => void
  onClose: () => void
  /** What has to be given first: a reason, a code. */
  children?: ReactNode
}) {
  const words = useWords(shellWords)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!disabled && !busy) onConfirm()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': words.close }}>
      <form onSubmit={submit}>
        <Stack>
          <ConsequenceList items={consequences} />
          {children}
          <ProblemNotice error={error} />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" {...(danger ? { color: 'alert' } : {})} loading={busy} disabled={disabled}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
