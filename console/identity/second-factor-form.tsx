import { Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api/client.ts'
import { isProblem } from '../api/problem.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { CodeInput, isCode } from './code-input.tsx'

/** The second step of signing in. */
export function SecondFactorForm({ onSignedIn, onStartAgain }: { onSignedIn: () => void; onStartAgain: () => void }) {
  const words = useWords(identityWords)
  const [code, setCode] = useState('')
  const finish = useMutation(
    api.session.finishSignIn.mutationOptions({ onSuccess: ({ state }) => state === 'signedIn' && onSignedIn() }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    finish.mutate({ code })
  }
  const over = isProblem(finish.error, 'SECOND_FACTOR_EXPIRED')
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text fw={600}>{words.secondFactorTitle}</Text>
        <Text c="var(--ink-soft)">{words.secondFactorLead}</Text>
        <CodeInput value={code} onChange={setCode} />
        <ProblemNotice error={finish.error} />
        {!over && (
          <Button type="submit" fullWidth loading={finish.isPending} disabled={!isCode(code)}>
            {words.confirm}
          </Button>
        )}
        <Button variant={over ? 'filled' : 'subtle'} fullWidth onClick={onStartAgain}>
          {words.startAgain}
        </Button>
      </Stack>
    </form>
  )
}
