import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { SecondFactorForm } from './second-factor-form.tsx'

/** Name and password, then the code where the account has a second factor. With `userName` only that person may come back. */
export function SignInForm({ userName: given, onSignedIn }: { userName?: string; onSignedIn: () => void }) {
  const words = useWords(identityWords)
  const [userName, setUserName] = useState(given ?? '')
  const [password, setPassword] = useState('')
  const signIn = useMutation(
    api.session.signIn.mutationOptions({ onSuccess: ({ state }) => state === 'signedIn' && onSignedIn() }),
  )
  if (signIn.data?.state === 'secondFactorNeeded') {
    return <SecondFactorForm onSignedIn={onSignedIn} onStartAgain={() => signIn.reset()} />
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ userName: userName.trim(), password })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={words.userName}
          value={userName}
          readOnly={given !== undefined}
          onChange={event => setUserName(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          autoFocus={given === undefined}
        />
        <PasswordInput
          label={words.password}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          autoFocus={given !== undefined}
        />
        <ProblemNotice error={signIn.error} />
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {words.signIn}
        </Button>
      </Stack>
    </form>
  )
}
