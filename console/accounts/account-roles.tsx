import { Button } from '@mantine/core'
import { Panel, Row, RowList } from '@nguon/design'
import { holds, type UnitId } from '@nguon/domain/platform'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { ConsequenceDialog } from '../shell/consequence-dialog.tsx'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { localDay, writeDay } from '../time/local-time.ts'
import { useNow } from '../time/use-now.ts'
import { useUnits } from '../units/use-units.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import type { AccountDetails } from './account-page.tsx'
import { GrantRole } from './grant-role.tsx'
import { GrantSetRole } from './grant-set-role.tsx'
import { RevokeSetRole } from './revoke-set-role.tsx'

type Grant = AccountDetails['grants'][number]

export function AccountRoles({ account, grants, setGrants }: AccountDetails) {
  const words = useWords(accountWords)
  const { roles } = useWords(identityWords)
  const { nameOf } = useUnits()
  const { actor, unit } = useWorkplace()
  const now = useNow()
  const queries = useQueryClient()
  const [ending, setEnding] = useState<Grant | null>(null)
  const revoke = useMutation(
    api.accounts.revokeRole.mutationOptions({
      onSuccess: async () => {
        setEnding(null)
        toast(words.revoked)
        await queries.invalidateQueries({ queryKey: api.accounts.key() })
      },
    }),
  )
  const mayChange = actor.accountId !== account.id && holds(actor, ['administrator'], unit.path)
  const titleOf = ({ role, unitId }: { role: Grant['role']; unitId: UnitId }) => `${roles[role]}, ${nameOf(unitId)}`
  const isOver = ({ validTo }: Grant) => validTo !== null && validTo <= now
  return (
    <Panel
      title={words.rolesTitle}
      flush={grants.length + setGrants.length > 0}
      aside={
        mayChange && (
          <>
            <GrantRole accountId={account.id} />
            <GrantSetRole accountId={account.id} />
          </>
        )
      }
    >
      {grants.length + setGrants.length === 0 && words.noRoles}
      <RowList label={words.rolesTitle}>
        {grants.map(grant => (
          <Row
            key={grant.id}
            title={titleOf(grant)}
            about={[
              words.since(writeDay(localDay(grant.validFrom))),
              grant.validTo !== null && words.until(writeDay(localDay(grant.validTo))),
              grant.deputyFor && words.deputy,
              isOver(grant) && words.ended,
            ]
              .filter(Boolean)
              .join(' · ')}
            end={
              mayChange &&
              !isOver(grant) && (
                <Button
                  variant="subtle"
                  aria-label={`${words.revoke}: ${titleOf(grant)}`}
                  onClick={() => setEnding(grant)}
                >
                  {words.revoke}
                </Button>
              )
            }
          />
        ))}
        {setGrants.map(({ id, role, setId, setName, validFrom, validTo }) => (
          <Row
            key={id}
            title={`${roles[role]}, ${setName}`}
            end={mayChange && <RevokeSetRole id={setId} grantId={id} role={roles[role]} setName={setName} />}
            about={[
              words.since(writeDay(localDay(validFrom))),
              validTo !== null && words.until(writeDay(localDay(validTo))),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </RowList>
      <ConsequenceDialog
        opened={ending !== null}
        title={words.revokeTitle}
        danger
        consequences={ending ? [{ text: words.revokeConsequence(roles[ending.role], nameOf(ending.unitId)) }] : []}
        confirm={words.revoke}
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={() => ending && revoke.mutate({ id: account.id, grantId: ending.id })}
        onClose={() => setEnding(null)}
      />
    </Panel>
  )
}
