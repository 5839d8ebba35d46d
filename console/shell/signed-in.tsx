import { Button, Center, Loader } from '@mantine/core'
import { EmptyState } from '@nguon/design'
import type { UnitId } from '@nguon/domain/platform'
import { useQueries, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import { api } from '../api/client.ts'
import { isProblem } from '../api/problem.ts'
import { sessionExpiry } from '../api/session-expiry.ts'
import { SecondFactorGate } from '../identity/second-factor-gate.tsx'
import { signOut } from '../identity/sign-out.ts'
import { keep, readKept } from '../kept.ts'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { SessionExpiredDialog } from './session-expired-dialog.tsx'
import { actorFrom, type Me, workUnitFrom, type Workplace, WorkplaceContext } from './workplace.tsx'

/** What is behind the sign-in. Whoever is not signed in is sent there, and comes back to where they wanted to go. */
export function SignedIn({ children }: { children: ReactNode }) {
  const words = useWords(shellWords)
  const location = useLocation()
  const me = useQuery(
    api.session.readSelf.queryOptions({ input: {}, staleTime: 60_000, refetchOnWindowFocus: 'always' }),
  )
  const signedIn = me.data !== undefined
  useEffect(() => {
    sessionExpiry.watch(signedIn)
    return () => sessionExpiry.watch(false)
  }, [signedIn])

  if (me.data) {
    return (
      <>
        <AtWork me={me.data}>{children}</AtWork>
        <SessionExpiredDialog userName={me.data.account.userName} />
      </>
    )
  }
  if (isProblem(me.error, 'UNAUTHENTICATED')) {
    const next = encodeURIComponent(location.pathname + location.search)
    return <Navigate replace to={location.pathname === '/' ? '/dang-nhap' : `/dang-nhap?tiep=${next}`} />
  }
  return (
    <Center mih="100dvh" p="lg">
      {me.error ? (
        <ProblemNotice error={me.error} title={words.problemTitle} onRetry={() => void me.refetch()} />
      ) : (
        <Loader aria-label={words.loading} />
      )}
    </Center>
  )
}

const chosenUnitName = 'nguon.unit'

function AtWork({ me, children }: { me: Me; children: ReactNode }) {
  const words = useWords(shellWords)
  const [chosen, setChosen] = useState(() => readKept(chosenUnitName))
  const unitIds = useMemo(() => [...new Set(me.grants.map(grant => grant.unitId))], [me.grants])
  const found = useQueries({
    queries: unitIds.map(unitId =>
      api.territory.readUnit.queryOptions({
        input: { unitId },
        staleTime: 300_000,
        enabled: !me.secondFactorNeeded,
      }),
    ),
  })
  const units = found.flatMap(({ data }) => (data ? [workUnitFrom(data)] : []))
  const unit = units.find(({ unitId }) => unitId === chosen) ?? units[0]
  const error = found.find(query => query.error)?.error

  const { unitId: here } = unit ?? {}
  const isWhole = units.length === unitIds.length
  // A role given while somebody works brings another unit: what is open stays open while that one is fetched.
  useEffect(() => {
    if (here && chosen === null && isWhole) setChosen(here)
  }, [here, chosen, isWhole])

  if (me.secondFactorNeeded) return <SecondFactorGate hasSecondFactor={me.account.hasSecondFactor} />
  if (unitIds.length === 0) {
    return (
      <Center mih="100dvh">
        <EmptyState
          title={words.forbiddenTitle}
          action={<Button onClick={() => void signOut()}>{words.signOut}</Button>}
        >
          {words.forbiddenWords}
        </EmptyState>
      </Center>
    )
  }
  if (!unit || (!isWhole && here !== chosen)) {
    return (
      <Center mih="100dvh" p="lg">
        {error ? <ProblemNotice error={error} title={words.problemTitle} /> : <Loader aria-label={words.loading} />}
      </Center>
    )
  }
  const chooseUnit = (unitId: UnitId) => {
    keep(chosenUnitName, unitId)
    setChosen(unitId)
  }
  const workplace: Workplace = { me, actor: actorFrom(me), unit, units, chooseUnit }
  return <WorkplaceContext value={workplace}>{children}</WorkplaceContext>
}
