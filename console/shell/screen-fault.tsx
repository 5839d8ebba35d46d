import { Button } from '@mantine/core'
import { EmptyState } from '@nguon/design'
import { IconMapSearch, IconTools } from '@tabler/icons-react'
import { useEffect } from 'react'
import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'

/** Stands in for a screen that failed, or is not there. */
export function ScreenFault() {
  const words = useWords(shellWords)
  const error = useRouteError()
  useEffect(() => {
    console.error(error)
  }, [error])
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return (
    <EmptyState
      icon={<IconTools size={34} />}
      title={words.faultTitle}
      action={<Button onClick={() => location.reload()}>{words.reload}</Button>}
    >
      {words.faultWords}
    </EmptyState>
  )
}

export function NotFound() {
  const words = useWords(shellWords)
  return (
    <EmptyState
      icon={<IconMapSearch size={34} />}
      title={words.notFoundTitle}
      action={
        <Button component={Link} to="/">
          {words.toToday}
        </Button>
      }
    >
      {words.notFoundWords}
    </EmptyState>
  )
}
