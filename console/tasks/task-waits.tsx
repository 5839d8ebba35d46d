import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { Panel } from '@nguon/design'
import { maySetTaskWaits, shortestWaitMinutes, type TaskWait, waitFault } from '@nguon/domain/tasks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type client } from '../api/client.ts'
import { isProblem } from '../api/problem.ts'
import { Loaded } from '../shell/loaded.tsx'
import { ProblemNotice } from '../shell/problem-notice.tsx'
import { Screen } from '../shell/screen.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { taskWaitWords } from '../words/task-wait-words.ts'
import { taskWords } from '../words/task-words.ts'

type Waits = Awaited<ReturnType<typeof client.tasks.readWaits>>
type Kind = Waits['kinds'][number]

/** Thời gian chờ: when each kind of task is told again, and when others step in. */
export function TaskWaits() {
  const words = useWords(taskWaitWords)
  const { title } = useWords(taskWords)
  const { unit } = useWorkplace()
  const waits = useQuery(api.tasks.readWaits.queryOptions({ input: { unitId: unit.unitId } }))
  return (
    <Screen title={words.title} lead={words.lead(unit.name)} back={{ to: '/viec', label: title }}>
      <Loaded query={waits} lines={8}>
        {data => <Decide key={`${data.unitId} ${data.version}`} waits={data} />}
      </Loaded>
    </Screen>
  )
}

const isSame = (one: TaskWait, other: TaskWait) =>
  one.remindAfterMinutes === other.remindAfterMinutes && one.stepInAfterMinutes === other.stepInAfterMinutes

function Decide({ waits: { unitId, version, kinds } }: { waits: Waits }) {
  const words = useWords(taskWaitWords)
  const { actor, unit } = useWorkplace()
  const queries = useQueryClient()
  const mayChange = maySetTaskWaits(actor, unit.path)
  const [chosen, setChosen] = useState<Readonly<Record<string, TaskWait>>>(() =>
    Object.fromEntries(kinds.map(({ kind, held }) => [kind, held])),
  )
  const chosenFor = ({ kind, held }: Kind) => chosen[kind] ?? held
  const set = useMutation(
    api.tasks.setWaits.mutationOptions({
      onSuccess: () => toast(words.saved),
      onSettled: (_saved, error) =>
        error && !isProblem(error, 'STALE_VERSION')
          ? undefined
          : queries.invalidateQueries({ queryKey: api.tasks.key() }),
    }),
  )
  const isChanged = kinds.some(kind => !isSame(chosenFor(kind), kind.held))
  const isFaulty = kinds.some(kind => !isSame(chosenFor(kind), kind.held) && waitFault(chosenFor(kind), kind.longest))
  const save = () => {
    const own = kinds.filter(kind => !isSame(chosenFor(kind), kind.without))
    set.mutate({ unitId, version, waits: own.map(kind => ({ kind: kind.kind, ...chosenFor(kind) })) })
  }
  return (
    <>
      <Text c="var(--ink-soft)">
        {[words.never, words.onlyTighter, !mayChange && words.readOnly].filter(Boolean).join(' ')}
      </Text>
      {kinds.map(kind => (
        <OneKind
          key={kind.kind}
          kind={kind}
          value={chosenFor(kind)}
          change={mayChange ? wait => setChosen({ ...chosen, [kind.kind]: wait }) : null}
        />
      ))}
      {isProblem(set.error, 'STALE_VERSION') ? (
        <Text role="alert" c="var(--caution-ink)">
          {words.stale}
        </Text>
      ) : (
        <ProblemNotice error={set.error} />
      )}
      {mayChange && (
        <Group>
          <Button loading={set.isPending} disabled={!isChanged || isFaulty} onClick={save}>
            {words.save}
          </Button>
        </Group>
      )}
    </>
  )
}

function OneKind({
  kind: { title, without, longest },
  value,
  change,
}: {
  kind: Kind
  value: TaskWait
  /** Null where it may only be looked at. */
  change: ((wait: TaskWait) => void) | null
}) {
  const words = useWords(taskWaitWords)
  const written = useWrittenMinutes()
  const isOwn = !isSame(value, without)
  const common = [written(without.remindAfterMinutes), written(without.stepInAfterMinutes)] as const
  const fault = isOwn && waitFault(value, longest)
  const bounds = words.bounds(
    written(shortestWaitMinutes),
    written(longest.remindAfterMinutes),
    written(longest.stepInAfterMinutes),
  )
  const field = (part: keyof TaskWait, label: string) => (
    <NumberInput
      label={label}
      value={value[part]}
      onChange={given => change?.({ ...value, [part]: Number(given) })}
      min={0}
      max={longest[part]}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      disabled={!change}
      maw={320}
    />
  )
  return (
    <Panel
      title={title}
      aside={
        change &&
        isOwn && (
          <Button variant="default" onClick={() => change(without)}>
            {words.reset}
          </Button>
        )
      }
    >
      <Stack gap="sm" role="group" aria-label={title}>
        <Group align="flex-end" gap="md">
          {field('remindAfterMinutes', words.remind)}
          {field('stepInAfterMinutes', words.stepIn)}
        </Group>
        <Text size="sm" c="var(--ink-soft)">
          {isOwn ? words.ownInstead(...common) : words.follows(...common)}
        </Text>
        {fault && (
          <Text role="alert" c="var(--alert-ink)">
            {bounds}
          </Text>
        )}
      </Stack>
    </Panel>
  )
}

/** Whole hours and days are told as such. */
function useWrittenMinutes(): (minutes: number) => string {
  const words = useWords(taskWaitWords)
  return minutes => {
    if (minutes >= 2880 && minutes % 1440 === 0) return words.days(minutes / 1440)
    return minutes >= 60 && minutes % 60 === 0 ? words.hours(minutes / 60) : words.minutes(minutes)
  }
}
