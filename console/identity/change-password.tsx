import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'

export function ChangePassword() {
  const words = useWords(identityWords)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation(
    api.session.changePassword.mutationOptions({
      onSuccess: () => {
        setCurrent('')
        setNext('')
        toast(words.passwordChanged)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ current, next })
  }
  return (
    <form onSubmit={submit}>
      <Stack maw={440}>
        <PasswordInput
          label={words.currentPassword}
          autoComplete="current-password"
          value={current}
          onChange={event => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.newPassword}
          description={words.passwordHint}
          autoComplete="new-password"
          value={next}
          onChange={event => setNext(event.currentTarget.value)}
        />
        <ProblemNotice error={change.error} />
        <Button
          type="submit"
          variant="default"
          loading={change.isPending}
          disabled={current === '' || next === ''}
          style={{ justifySelf: 'start' }}
        >
          {words.changePassword}
        </Button>
      </Stack>
    </form>
  )
}
