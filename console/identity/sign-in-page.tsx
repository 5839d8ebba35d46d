import { Alert, Text } from '@mantine/core'
import { useNavigate, useSearchParams } from 'react-router'
import { queryClient } from '../api/query-client.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { Entrance } from './entrance.tsx'
import { SignInForm } from './sign-in-form.tsx'

export function SignInPage() {
  const words = useWords(identityWords)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const goOn = async () => {
    await queryClient.resetQueries()
    await navigate(placeWithin(search.get('tiep')), { replace: true })
  }
  return (
    <Entrance title={words.signIn}>
      {search.get('duong-dan') === 'het-han' && <Alert color="caution">{words.linkExpired}</Alert>}
      <SignInForm onSignedIn={() => void goOn()} />
      <Text size="sm" c="var(--ink-soft)">
        {words.forgotten}
      </Text>
    </Entrance>
  )
}

/** Only a path of the workplace: an address in a message must not lead a person elsewhere after they signed in. */
function placeWithin(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/'
}
