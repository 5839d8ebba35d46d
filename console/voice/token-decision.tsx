import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core'
import type { BulletinText, ReadingDecision } from '@nguon/domain/bulletins'
import { mayKeepDictionary, readAloud, type ReadingToken, tokenKey } from '@nguon/domain/voice'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { voiceWords } from '../words/voice-words.ts'

/** Asks how a word is read. Typed as one says it, or spelled letter by letter. */
export function TokenDecision({
  token,
  text,
  onDecide,
  onClose,
}: {
  token: ReadingToken | null
  text: Pick<BulletinText, 'title' | 'body'>
  onDecide: (decision: ReadingDecision) => void
  onClose: () => void
}) {
  const words = useWords(voiceWords)
  const { close } = useWords(shellWords)
  return (
    <Modal
      opened={token !== null}
      onClose={onClose}
      title={token && words.decideTitle(tokenKey(token.source))}
      closeButtonProps={{ 'aria-label': close }}
    >
      {token && <DecisionForm key={token.source} token={tokenKey(token.source)} text={text} onDecide={onDecide} />}
    </Modal>
  )
}

function DecisionForm({
  token,
  text,
  onDecide,
}: {
  token: string
  text: Pick<BulletinText, 'title' | 'body'>
  onDecide: (decision: ReadingDecision) => void
}) {
  const words = useWords(voiceWords)
  const { actor, unit } = useWorkplace()
  const [spoken, setSpoken] = useState('')
  const [remember, setRemember] = useState(false)
  const context = sentenceAround(`${text.title}\n${text.body}`, token)
  const letters = readAloud(token, { acceptUnknown: true }).text.replace(/\.$/, '')
  const addEntry = useMutation(
    api.voice.addEntry.mutationOptions({
      onSuccess: () => {
        toast(words.remembered(token))
        void queryClient.invalidateQueries({ queryKey: api.voice.dictionary.key() })
      },
      onError: toastProblem,
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (remember) addEntry.mutate({ unitId: unit.unitId, written: token, spoken: spoken.trim(), matchCase: false })
    onDecide({ token, spoken: spoken.trim() })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {context && (
          <div>
            <Text size="sm" c="var(--ink-soft)">
              {words.inContext}
            </Text>
            <Text>
              {context.before}
              <mark>{token}</mark>
              {context.after}
            </Text>
          </div>
        )}
        <TextInput
          label={words.spokenAs}
          description={words.spokenHint}
          value={spoken}
          maxLength={500}
          onChange={event => setSpoken(event.currentTarget.value)}
          data-autofocus
        />
        {mayKeepDictionary(actor, unit.path) && (
          <Checkbox
            label={words.remember}
            checked={remember}
            onChange={event => setRemember(event.currentTarget.checked)}
          />
        )}
        <Button type="submit" disabled={spoken.trim() === ''}>
          {words.useSpoken}
        </Button>
        <Button
          variant="default"
          h="auto"
          mih={48}
          styles={{ label: { whiteSpace: 'normal' } }}
          onClick={() => onDecide({ token, spoken: null })}
        >
          {words.spell(letters)}
        </Button>
      </Stack>
    </form>
  )
}

/** Enough of the text around a word to remember what it is. */
function sentenceAround(text: string, token: string): { before: string; after: string } | null {
  const at = text.indexOf(token)
  if (at < 0) return null
  const [reach, end] = [60, at + token.length]
  const before = text.slice(Math.max(0, at - reach), at)
  const after = text.slice(end, end + reach)
  return { before: at > reach ? `…${before}` : before, after: end + reach < text.length ? `${after}…` : after }
}
