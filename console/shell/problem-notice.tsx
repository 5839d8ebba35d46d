import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { problemSentence } from '../words/problem-sentence.ts'
import { shellWords } from '../words/shell-words.ts'

/** Says what went wrong where it went wrong; nothing when nothing did. */
export function ProblemNotice({ error, title, onRetry }: { error: unknown; title?: string; onRetry?: () => void }) {
  const words = useWords(shellWords)
  const language = useLanguage()
  if (!error) return null
  return (
    <Alert role="alert" color="alert" variant="light" title={title} icon={<IconAlertTriangle aria-hidden />}>
      {problemSentence(error, language)}
      {onRetry && (
        <div>
          <Button mt="sm" variant="default" onClick={onRetry}>
            {words.retry}
          </Button>
        </div>
      )}
    </Alert>
  )
}
