import { Alert, Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { Entrance } from './entrance.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'

/** Opened from the link an administrator hands to a person: they choose their own password. */
export function InvitationPage() {
  const words = useWords(identityWords)
  const [search] = useSearchParams()
  const token = search.get('ma') ?? ''
  const [password, setPassword] = useState('')
  const invitation = useQuery(api.session.readInvitation.queryOptions({ input: { token }, enabled: token !== '' }))
  const goOn = () => location.assign('/lam-viec/')
  const accept = useMutation(
    api.session.acceptInvitation.mutationOptions({ onSuccess: ({ state }) => state === 'signedIn' && goOn() }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate({ token, password })
  }
  const person = invitation.data
  return (
    <Entrance
      title={person ? words.invitationTitle(person.name) : words.savePassword}
      lead={person && words.invitationLead(person.userName)}
    >
      {token === '' && <Alert color="caution">{words.noLink}</Alert>}
      {accept.data?.state === 'secondFactorNeeded' ? (
        <SecondFactorForm onSignedIn={goOn} onStartAgain={() => location.assign('/lam-viec/dang-nhap')} />
      ) : (
        token !== '' && (
          <Loaded query={invitation} lines={2}>
            {({ userName }) => (
              <form onSubmit={submit}>
                <Stack>
                  <input type="hidden" name="username" autoComplete="username" value={userName} readOnly />
                  <PasswordInput
                    label={words.newPassword}
                    description={words.passwordHint}
                    autoComplete="new-password"
                    value={password}
                    onChange={event => setPassword(event.currentTarget.value)}
                    required
                    withAsterisk={false}
                    autoFocus
                  />
                  <ProblemNotice error={accept.error} />
                  <Button type="submit" fullWidth loading={accept.isPending} disabled={password === ''}>
                    {words.savePassword}
                  </Button>
                </Stack>
              </form>
            )}
          </Loaded>
        )
      )}
    </Entrance>
  )
}
