import { Text } from '@mantine/core'
import type { Session } from '@nguon/domain/airings'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { api, type client } from '../api/client.ts'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { todayWords } from '../words/today-words.ts'

type Fallen = Awaited<ReturnType<typeof client.airings.shortfall>>[number]

/** More names than these are for the list of loudspeakers. */
const named = 8

/** By name: the loudspeakers of which nothing was heard, and those that could not play. */
export function Shortfall({ session }: { session: Session }) {
  const words = useWords(todayWords)
  const { unit } = useWorkplace()
  const { unitId } = unit
  const { data = [] } = useQuery(
    api.airings.shortfall.queryOptions({ input: { unitId, itemId: session.itemId }, staleTime: 20_000 }),
  )
  const silent = data.filter(({ result }) => result === null)
  const told = data.filter(({ result }) => result !== null)
  return (
    <>
      <Names label={words.silentOnes} fallen={silent} />
      <Names label={words.failedOnes} fallen={told} />
    </>
  )
}

function Names({ label, fallen }: { label: string; fallen: readonly Fallen[] }) {
  const words = useWords(todayWords)
  if (fallen.length === 0) return null
  return (
    <Text mt="xs">
      {label}{' '}
      {fallen.slice(0, named).map(({ deviceId, name }, place) => (
        <Fragment key={deviceId}>
          {place > 0 && ', '}
          <Link to={`/cum-loa/${deviceId}`}>{name}</Link>
        </Fragment>
      ))}
      {fallen.length > named && words.andOthers(String(fallen.length - named))}
    </Text>
  )
}
