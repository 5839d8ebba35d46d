import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { toast } from '../shell/toast.tsx'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { CodeInput, isCode } from './code-input.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Password, then the secret for the phone, then a code as proof. With a second factor already on: new recovery codes. */
export function SecondFactorSetUp({
  opened,
  renewsCodes,
  onClose,
}: {
  opened: boolean
  renewsCodes: boolean
  onClose: () => void
}) {
  const words = useWords(identityWords)
  const { close } = useWords(shellWords)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = useMutation(api.session.beginSecondFactor.mutationOptions())
  const renew = useMutation(api.session.renewRecoveryCodes.mutationOptions())
  const leave = () => {
    setPassword('')
    setCode('')
    begin.reset()
    renew.reset()
    onClose()
    void queryClient.invalidateQueries({ queryKey: api.session.readSelf.key() })
  }
  const give = useMutation(
    api.session.giveSecondFactor.mutationOptions({
      onSuccess: () => {
        toast(words.turnedOn)
        leave()
      },
    }),
  )
  const asked = renewsCodes ? renew : begin
  const codes = renew.data?.recoveryCodes ?? begin.data?.recoveryCodes
  const givePassword = (event: FormEvent) => {
    event.preventDefault()
    asked.mutate({ password })
  }
  const giveCode = (event: FormEvent) => {
    event.preventDefault()
    give.mutate({ code })
  }
  return (
    <Modal
      opened={opened}
      onClose={leave}
      title={words.secondFactor}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': close }}
    >
      {codes === undefined ? (
        <form onSubmit={givePassword}>
          <Stack>
            <PasswordInput
              label={words.passwordFirst}
              autoComplete="current-password"
              value={password}
              onChange={event => setPassword(event.currentTarget.value)}
              data-autofocus
            />
            <ProblemNotice error={asked.error} />
            <Button type="submit" loading={asked.isPending} disabled={password === ''}>
              {words.goOn}
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack>
          {begin.data && (
            <>
              <Text fw={600}>1. {words.scan}</Text>
              <QrCode content={begin.data.uri} label={words.scan} />
              <Text size="sm" c="var(--ink-soft)">
                {words.scanByHand}: <strong>{begin.data.secret.match(/.{1,4}/g)?.join(' ')}</strong>
              </Text>
            </>
          )}
          <RecoveryCodes codes={codes} numbered={begin.data !== undefined} />
          {begin.data ? (
            <form onSubmit={giveCode}>
              <Stack>
                <Text fw={600}>3. {words.secondFactorTitle}</Text>
                <CodeInput value={code} onChange={setCode} />
                <ProblemNotice error={give.error} />
                <Button type="submit" loading={give.isPending} disabled={!isCode(code)}>
                  {words.turnOn}
                </Button>
              </Stack>
            </form>
          ) : (
            <Button onClick={leave}>{close}</Button>
          )}
        </Stack>
      )}
    </Modal>
  )
}
