import { FactList, Panel, StatusTag } from '@nguon/design'
import type { AccountId } from '@nguon/domain/platform'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api, type client } from '../api/client.ts'
import { Loaded } from '../shell/loaded.tsx'
import { Screen } from '../shell/screen.tsx'
import { writeInstant } from '../time/local-time.ts'
import { useUnits } from '../units/use-units.ts'
import { accountWords } from '../words/account-words.ts'
import { useWords } from '../words/define-words.ts'
import { AccountActs } from './account-acts.tsx'
import { AccountRoles } from './account-roles.tsx'
import { EditAccount } from './edit-account.tsx'

export type AccountDetails = Awaited<ReturnType<typeof client.accounts.read>>

export function AccountPage() {
  const words = useWords(accountWords)
  const { nameOf } = useUnits()
  const id = useParams()['accountId'] as AccountId
  const query = useQuery(api.accounts.read.queryOptions({ input: { id } }))
  return (
    <Loaded query={query}>
      {({ account, grants, setGrants }) => (
        <Screen
          title={account.name}
          lead={
            <StatusTag tone={account.locked ? 'bad' : 'good'}>{account.locked ? words.locked : words.active}</StatusTag>
          }
          action={<EditAccount account={account} />}
          back={{ to: '/tai-khoan', label: words.back }}
        >
          <Panel>
            <FactList
              facts={[
                [words.userName, account.userName],
                [words.position, account.position],
                [words.phone, account.phone],
                [words.penName, account.penName],
                [words.unit, account.unitId && nameOf(account.unitId)],
                [words.secondFactor, account.hasSecondFactor ? words.on : words.off],
                [words.created, writeInstant(account.createdAt)],
                [words.lockReason, account.lockReason],
              ]}
            />
          </Panel>
          <AccountRoles account={account} grants={grants} setGrants={setGrants} />
          <AccountActs account={account} />
        </Screen>
      )}
    </Loaded>
  )
}
