import { Button } from '@mantine/core'
import { EmptyState, Panel } from '@nguon/design'
import { IconMessageCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../words/define-words.ts'
import { todayWords } from '../words/today-words.ts'

/** For those whose work is not the loudspeakers: what this page will be for them, and what they can do meanwhile. */
export function NothingToHear() {
  const { feedback: words } = useWords(todayWords)
  return (
    <Panel>
      <EmptyState
        icon={<IconMessageCircle size={34} />}
        title={words.title}
        action={
          <Button variant="default" component={Link} to="/thu-vien">
            {words.toLibrary}
          </Button>
        }
      >
        {words.words}
      </EmptyState>
    </Panel>
  )
}
