import { Button, Group, Textarea } from '@mantine/core'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { approvalWords } from '../words/approval-words.ts'
import { useWords } from '../words/define-words.ts'

/** Back to the writer, with a reason they can work with. */
export function ReturnDialog({
  opened,
  bulletin,
  onClose,
}: {
  opened: boolean
  bulletin: BulletinDetails
  onClose: () => void
}) {
  const words = useWords(approvalWords)
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const give = useMutation({
    mutationFn: () => client.approval.return({ id: bulletin.id, version: bulletin.version, reason }),
    onSuccess: () => {
      void queryClient.invalidateQueries()
      toast(words.returned)
      void navigate('/duyet', { replace: true })
    },
  })
  return (
    <ConsequenceDialog
      opened={opened}
      title={words.returnTitle}
      consequences={[{ text: words.returnGoes(bulletin.writerName) }]}
      confirm={words.return}
      busy={give.isPending}
      disabled={reason.trim() === ''}
      error={give.error}
      onConfirm={() => give.mutate()}
      onClose={onClose}
    >
      <Textarea
        label={words.reason}
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <Group gap="xs">
        {words.reasons.split('|').map(text => (
          <Button
            key={text}
            variant="default"
            onClick={() => setReason(before => (before.trim() === '' ? `${text}.` : `${before.trim()} ${text}.`))}
          >
            {text}
          </Button>
        ))}
      </Group>
    </ConsequenceDialog>
  )
}
