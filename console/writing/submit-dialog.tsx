import type { Consequence } from '@nguon/design'
import type { BulletinDetails } from '@nguon/contract/bulletins'
import { type BulletinContent, isSpoken } from '@nguon/domain/bulletins'
import type { DecidedReading } from '@nguon/domain/voice'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api, client } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeSeconds } from '../time/local-time.ts'
import { roughSeconds } from '../voice/use-reading.ts'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { useLanguage } from '../words/language.ts'

/** What submitting means for this bulletin, before it is done; recalled by one press afterwards. */
export function SubmitDialog({
  opened,
  content,
  reading,
  undecided,
  onSave,
  onClose,
}: {
  opened: boolean
  content: BulletinContent
  reading: DecidedReading
  undecided: number
  onSave: () => Promise<BulletinDetails>
  onClose: () => void
}) {
  const words = useWords(editorWords)
  const language = useLanguage()
  const navigate = useNavigate()
  const { unit } = useWorkplace()
  const [text] = content.texts
  const spoken = isSpoken(content.kind)
  const empty = text.title.trim() === '' || (spoken && text.body.trim() === '' && text.recordingSha256 === null)
  const keepInMind = (details: BulletinDetails) => {
    queryClient.setQueryData(api.bulletins.read.queryKey({ input: { id: details.id } }), details)
    void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() })
    void queryClient.invalidateQueries({ queryKey: api.voice.renditions.key() })
  }
  const submit = useMutation({
    mutationFn: async () => {
      const { id, version } = await onSave()
      return client.bulletins.submit({ id, version })
    },
    onSuccess: details => {
      keepInMind(details)
      onClose()
      void navigate(`/tin/${details.id}`, { replace: true })
      toast(words.submitted, () => {
        client.bulletins.recall({ id: details.id, version: details.version }).then(keepInMind, toastProblem)
      })
    },
  })
  const duration = writeSeconds(Math.max(5, Math.round(roughSeconds(reading, text.speed) / 5) * 5), language)
  const consequences: Consequence[] = [
    { text: words.submitGoes(unit.name) },
    ...(spoken
      ? [{ text: text.recordingSha256 === null ? words.submitVoice(duration) : words.submitRecorded }]
      : [{ text: words.silentKind }]),
    { text: words.submitLocked },
    ...(content.class === 'priority' ? [{ tone: 'caution' as const, text: words.submitPriority }] : []),
    ...(content.class === 'emergency' ? [{ tone: 'alert' as const, text: words.submitEmergency }] : []),
    ...(undecided > 0 ? [{ tone: 'alert' as const, text: words.submitUndecided(undecided) }] : []),
    ...(empty ? [{ tone: 'alert' as const, text: words.submitEmpty }] : []),
  ]
  return (
    <ConsequenceDialog
      opened={opened}
      title={words.submitTitle}
      consequences={consequences}
      confirm={words.submit}
      busy={submit.isPending}
      disabled={empty || undecided > 0}
      error={submit.error}
      onConfirm={() => submit.mutate()}
      onClose={onClose}
    />
  )
}
