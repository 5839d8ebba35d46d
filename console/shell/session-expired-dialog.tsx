import { Modal, Stack, Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { client } from '../api/client.ts'
import { sessionExpiry } from '../api/session-expiry.ts'
import { SignInForm } from '../identity/sign-in-form.tsx'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'

/** Stands over whatever was being written; nothing below it is touched. */
export function SessionExpiredDialog({ userName }: { userName: string }) {
  const words = useWords(shellWords)
  const waiting = useSyncExternalStore(sessionExpiry.subscribe, sessionExpiry.isWaiting)
  const goOn = async () => {
    const { account } = await client.session.readSelf({})
    // Someone else must not go on with what this person was writing.
    if (account.userName !== userName) location.reload()
    else sessionExpiry.end(true)
  }
  return (
    <Modal
      opened={waiting}
      onClose={() => sessionExpiry.end(false)}
      title={words.expiredTitle}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack>
        <Text>{words.expiredWords}</Text>
        <SignInForm userName={userName} onSignedIn={() => void goOn()} />
      </Stack>
    </Modal>
  )
}
