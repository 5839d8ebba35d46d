import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../api/client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { Entrance } from './entrance.tsx'

const blank = { userName: '', name: '', position: '', password: '', unitCode: '', unitName: '' }

/** Opened from the link the server prints at its first start. */
export function SetUpPage() {
  const words = useWords(identityWords)
  const [search] = useSearchParams()
  const token = search.get('ma') ?? ''
  const [given, setGiven] = useState(blank)
  const setUp = useMutation(api.session.setUp.mutationOptions({ onSuccess: () => location.assign('/lam-viec/') }))
  const field = (name: keyof typeof blank) => ({
    value: given[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setGiven({ ...given, [name]: event.currentTarget.value }),
    required: true,
    withAsterisk: false,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { unitCode, unitName, ...person } = given
    setUp.mutate({ token, ...person, rootUnit: { code: unitCode.trim(), name: unitName } })
  }
  return (
    <Entrance title={words.setUpTitle} lead={words.setUpLead}>
      {token === '' ? (
        <Alert color="caution">{words.noSetUpLink}</Alert>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <TextInput label={words.name} autoComplete="name" autoFocus {...field('name')} />
            <TextInput
              label={words.position}
              description={words.positionHint}
              {...field('position')}
              required={false}
            />
            <TextInput
              label={words.userName}
              description={words.userNameHint}
              autoComplete="username"
              autoCapitalize="none"
              {...field('userName')}
            />
            <PasswordInput
              label={words.newPassword}
              description={words.passwordHint}
              autoComplete="new-password"
              {...field('password')}
            />
            <Divider label={words.unitSection} labelPosition="left" />
            <TextInput label={words.unitCode} inputMode="numeric" maxLength={2} {...field('unitCode')} />
            <TextInput label={words.unitName} description={words.unitNameHint} {...field('unitName')} />
            <ProblemNotice error={setUp.error} />
            <Button type="submit" fullWidth loading={setUp.isPending}>
              {words.createAdministrator}
            </Button>
          </Stack>
        </form>
      )}
    </Entrance>
  )
}
