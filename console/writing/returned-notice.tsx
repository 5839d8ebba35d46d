import { Alert } from '@mantine/core'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'

/** Why it came back, where it cannot be missed while one mends it. */
export function ReturnedNotice({ bulletin }: { bulletin: Pick<BulletinDetails, 'state' | 'reason'> }) {
  const words = useWords(editorWords)
  if (bulletin.state !== 'returned') return null
  return (
    <Alert color="caution" title={words.returnedBy} icon={<IconArrowBackUp aria-hidden />}>
      {bulletin.reason}
    </Alert>
  )
}
