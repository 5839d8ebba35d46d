import { Button, FileButton, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { Panel } from '@nguon/design'
import type { BulletinId, Day, Sha256 } from '@nguon/domain/platform'
import { IconCamera } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api, client } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { UploadProgress } from '../media/upload-progress.tsx'
import { useUpload } from '../media/use-upload.ts'
import { Loaded } from '../shell/loaded.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { toast } from '../shell/toast.tsx'
import { localDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { approvalWords } from '../words/approval-words.ts'
import { useWords } from '../words/define-words.ts'
import { LimitFields } from './limit-fields.tsx'
import type { Review } from './review.ts'

/** Duyệt giấy: the decision was signed on paper, somebody else than the writer enters it. */
export function PaperApproval() {
  const { id = '' } = useParams()
  const review = useQuery(api.approval.review.queryOptions({ input: { id: id as BulletinId } }))
  return <Loaded query={review}>{data => <Sheet review={data} />}</Loaded>
}

function Sheet({ review }: { review: Review }) {
  const words = useWords(approvalWords)
  const navigate = useNavigate()
  const today = localDay(useNow())
  const { bulletin, suggestedLimits } = review
  const [limits, setLimits] = useState(suggestedLimits)
  const [mediaSha256, setMedia] = useState<Sha256 | null>(null)
  const [signer, setSigner] = useState({ signerName: '', signerPosition: '', number: '' })
  const [signedOn, setSignedOn] = useState<Day>(today)
  const upload = useUpload(item => setMedia(item.sha256))
  const enter = useMutation({
    mutationFn: (photo: Sha256) =>
      client.approval.enterPaperApproval({
        id: bulletin.id,
        version: bulletin.version,
        limits,
        paper: { ...signer, signedOn, mediaSha256: photo },
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries()
      toast(words.approved)
      void navigate(`/tin/${bulletin.id}`, { replace: true })
    },
  })
  const line = (name: keyof typeof signer) => ({
    value: signer[name],
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) =>
      setSigner({ ...signer, [name]: event.currentTarget.value }),
  })
  const title = bulletin.content.texts[0].title
  const ready = mediaSha256 !== null && signer.signerName.trim() !== '' && signer.signerPosition.trim() !== ''
  return (
    <Screen title={words.paper} lead={words.paperLead} back={{ to: `/duyet/${bulletin.id}`, label: title }}>
      <Panel title={words.paperPhoto}>
        <Stack>
          {mediaSha256 && (
            <img
              src={`/media/${mediaSha256}`}
              alt={words.photoReady}
              style={{ maxWidth: '100%', maxHeight: 320, objectFit: 'contain', borderRadius: 10 }}
            />
          )}
          <UploadProgress state={upload.state} onRetry={wish => void upload.start(wish)} onForget={upload.forget} />
          {upload.state.step === 'idle' && (
            <div>
              <FileButton
                accept="image/jpeg,image/png,image/webp"
                capture="environment"
                onChange={file =>
                  file && void upload.start({ file, kind: 'image', source: 'upload', title: words.paper })
                }
              >
                {props => (
                  <Button variant="default" leftSection={<IconCamera aria-hidden size={22} />} {...props}>
                    {words.takePhoto}
                  </Button>
                )}
              </FileButton>
            </div>
          )}
        </Stack>
      </Panel>
      <Panel>
        <Stack>
          <TextInput label={words.signerName} required {...line('signerName')} />
          <TextInput label={words.signerPosition} required {...line('signerPosition')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DateInput
              label={words.signedOn}
              valueFormat="DD/MM/YYYY"
              maxDate={today}
              value={signedOn}
              onChange={day => day !== null && setSignedOn(day as Day)}
            />
            <TextInput label={words.sheetNumber} {...line('number')} maxLength={100} />
          </SimpleGrid>
        </Stack>
      </Panel>
      <Panel title={words.limits}>
        <LimitFields limits={limits} suggested={suggestedLimits} onChange={setLimits} />
      </Panel>
      <ProblemNotice error={enter.error} />
      <div>
        <Button disabled={!ready} loading={enter.isPending} onClick={() => mediaSha256 && enter.mutate(mediaSha256)}>
          {words.savePaper}
        </Button>
      </div>
      {review.waitingFor && <Text c="var(--ink-soft)">{words.waiting(review.waitingFor)}</Text>}
    </Screen>
  )
}
