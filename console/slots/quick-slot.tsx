import { Button, Group, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import type { BulletinId, SlotId } from '@nguon/domain/platform'
import type { SuggestedTime } from '@nguon/domain/slots'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api, client } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { toast, toastProblem } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, writeNearDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/define-words.ts'
import { useLanguage } from '../words/language.ts'
import { scheduleWords } from '../words/schedule-words.ts'
import { slotWords } from '../words/slot-words.ts'
import { draftOf, emptyForm } from './slot-form.ts'
import { SlotPreview, usePreview } from './slot-preview.tsx'
import { type FirstOfTwo, useSaveSlot } from './use-save-slot.ts'

/** One approved bulletin into the next sensible session of the whole unit: look at what will happen, press once. */
export function QuickSlot() {
  const words = useWords(slotWords)
  const bulletinId = useParams()['bulletinId'] as BulletinId
  const { unit } = useWorkplace()
  const bulletin = useQuery(api.bulletins.read.queryOptions({ input: { id: bulletinId } }))
  const times = useQuery(
    api.schedule.suggestTimes.queryOptions({
      input: { unitId: unit.unitId, bulletinId },
      staleTime: Infinity,
      gcTime: 0,
    }),
  )
  return (
    <Screen title={words.quickTitle} lead={words.quickLead} back={{ to: '/', label: words.quickBack }}>
      <Loaded query={bulletin}>
        {({ content }) => (
          <Loaded query={times}>
            {found => (
              <ChooseAndSave
                bulletinId={bulletinId}
                title={content.texts[0].title}
                bulletinClass={content.class}
                times={found}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Screen>
  )
}

function ChooseAndSave({
  bulletinId,
  title,
  bulletinClass,
  times,
}: {
  bulletinId: BulletinId
  title: string
  bulletinClass: ReturnType<typeof emptyForm>['class']
  times: readonly SuggestedTime[]
}) {
  const words = useWords(slotWords)
  const { save: saveWord } = useWords(scheduleWords)
  const language = useLanguage()
  const { unit } = useWorkplace()
  const navigate = useNavigate()
  const today = localDay(useNow())
  const [chosen, setChosen] = useState(times[0])
  const [firsts, setFirsts] = useState<ReadonlyMap<SlotId, FirstOfTwo>>(new Map())
  const draft = chosen
    ? draftOf({ ...emptyForm(today, [bulletinId]), class: bulletinClass, ...chosen }, unit.unitId)
    : null
  const preview = usePreview(draft)
  const undo = useUndoSlot()
  const save = useSaveSlot({
    onSaved: async slotId => {
      const near = chosen ? `${chosen.timeOfDay.slice(0, 5)} ${writeNearDay(chosen.day, today, language)}` : ''
      toast(words.savedFor(near), () => undo(slotId))
      await navigate('/', { replace: true })
    },
  })
  const mayBe = draft !== null && !preview.isPlaceholderData && preview.data?.refusals.length === 0
  return (
    <>
      <Panel title={title}>
        <Stack gap="sm">
          {times.length === 0 && <Text>{words.quickNone}</Text>}
          <Group gap="xs" role="group" aria-label={words.quickTimes}>
            {times.map(time => (
              <Button
                key={`${time.day} ${time.timeOfDay}`}
                size="lg"
                variant={time === chosen ? 'light' : 'default'}
                aria-pressed={time === chosen}
                onClick={() => setChosen(time)}
              >
                {`${time.timeOfDay.slice(0, 5)} ${writeNearDay(time.day, today, language)}`}
              </Button>
            ))}
          </Group>
          <Link to={`/lich-phat/moi?tin=${bulletinId}`}>{words.quickOther}</Link>
        </Stack>
      </Panel>
      <SlotPreview
        draft={draft}
        preview={preview}
        firsts={firsts}
        decide={(slotId, first) => setFirsts(before => new Map(before).set(slotId, first))}
      >
        <ProblemNotice error={save.error} />
        <Button
          size="lg"
          fullWidth
          disabled={!mayBe}
          loading={save.isPending}
          onClick={() => draft && save.mutate({ draft, firsts })}
        >
          {saveWord}
        </Button>
      </SlotPreview>
    </>
  )
}

/** Cancels what was just made. */
function useUndoSlot(): (slotId: SlotId) => void {
  const words = useWords(slotWords)
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: (slotId: SlotId) => client.schedule.cancel({ slotId, version: 1, reason: words.undoneAtOnce }),
    onSuccess: async () => {
      toast(words.undone)
      await queries.invalidateQueries({ queryKey: api.schedule.key() })
    },
    onError: toastProblem,
  })
  return slotId => undo.mutate(slotId)
}
