import { Button } from '@mantine/core'
import { EmptyState } from '@nguon/design'
import { IconMapSearch, IconTools } from '@tabler/icons-react'
import { useEffect } from 'react'
import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { Screen } from './screen.tsx'

/** Stands in for a screen that failed, or is not there. */
export function ScreenFault() {
  const words = useWords(shellWords)
  const error = useRouteError()
  useEffect(() => {
    console.error(error)
  }, [error])
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return (
    <Screen title={words.faultTitle}>
      <EmptyState
        icon={<IconTools size={34} />}
        title={words.faultWords}
        action={<Button onClick={() => location.reload()}>{words.reload}</Button>}
      />
    </Screen>
  )
}

export function NotFound() {
  const words = useWords(shellWords)
  return (
    <Screen title={words.notFoundTitle}>
      <EmptyState
        icon={<IconMapSearch size={34} />}
        title={words.notFoundWords}
        action={
          <Button component={Link} to="/">
            {words.toToday}
          </Button>
        }
      />
    </Screen>
  )
}
