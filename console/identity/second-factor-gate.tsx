import { Button, Center, Group, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { CodeInput, isCode } from './code-input.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'
import { signOut } from './sign-out.ts'

/** A role is held only with the second factor: until it is given, or set up, there is nothing else to do here. */
export function SecondFactorGate({ hasSecondFactor }: { hasSecondFactor: boolean }) {
  const words = useWords(identityWords)
  const shell = useWords(shellWords)
  const [code, setCode] = useState('')
  const [settingUp, setSettingUp] = useState(false)
  const give = useMutation(
    api.session.giveSecondFactor.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  )
  return (
    <Center component="main" mih="100dvh" p="lg">
      <div style={{ maxWidth: 480 }}>
        <Panel title={words.secondFactor}>
          <Stack>
            <Text>{words.secondFactorNeeded}</Text>
            {hasSecondFactor ? (
              <form
                onSubmit={event => {
                  event.preventDefault()
                  give.mutate({ code })
                }}
              >
                <Stack>
                  <Text c="var(--ink-soft)">{words.secondFactorLead}</Text>
                  <CodeInput value={code} onChange={setCode} />
                  <ProblemNotice error={give.error} />
                  <Button type="submit" fullWidth loading={give.isPending} disabled={!isCode(code)}>
                    {words.confirm}
                  </Button>
                </Stack>
              </form>
            ) : (
              <Button fullWidth onClick={() => setSettingUp(true)}>
                {words.turnOn}
              </Button>
            )}
            <Group justify="center">
              <Button variant="subtle" onClick={() => void signOut()}>
                {shell.signOut}
              </Button>
            </Group>
          </Stack>
        </Panel>
        <SecondFactorSetUp opened={settingUp} renewsCodes={false} onClose={() => setSettingUp(false)} />
      </div>
    </Center>
  )
}
