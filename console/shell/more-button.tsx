import { Button, Center } from '@mantine/core'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'

/** The next page of a list, when there is one. */
export function MoreButton({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}) {
  const words = useWords(shellWords)
  if (!query.hasNextPage) return null
  return (
    <Center>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {words.showMore}
      </Button>
    </Center>
  )
}
