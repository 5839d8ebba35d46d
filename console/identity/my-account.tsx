import { Button, Group, Text } from '@mantine/core'
import { FactList, Panel, StatusTag } from '@nguon/design'
import { useState } from 'react'
import { Link } from 'react-router'
import { Screen } from '../shell/screen.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { writeInstant } from '../time/local-time.ts'
import { useWords } from '../words/define-words.ts'
import { identityWords } from '../words/identity-words.ts'
import { ChangePassword } from './change-password.tsx'
import { MyDeputies } from './my-deputies.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'

export function MyAccount() {
  const words = useWords(identityWords)
  const { me, units } = useWorkplace()
  const { account, grants } = me
  const [settingUp, setSettingUp] = useState(false)
  const nameOf = (unitId: string) => units.find(unit => unit.unitId === unitId)?.name ?? ''
  const roles = grants.map(({ role, unitId, deputyForName, validTo }) =>
    [
      `${words.roles[role]}, ${nameOf(unitId)}`,
      deputyForName && words.deputyFor(deputyForName),
      validTo && words.until(writeInstant(validTo)),
    ]
      .filter(Boolean)
      .join(' · '),
  )
  return (
    <Screen
      title={words.myAccount}
      action={
        <Button variant="default" component={Link} to="/tai-khoan-cua-toi/thiet-bi">
          {words.devicesTitle}
        </Button>
      }
    >
      <Panel>
        <FactList
          facts={[
            [words.name, account.name],
            [words.position, account.position],
            [words.userName, account.userName],
            [words.myRoles, roles.map(role => <div key={role}>{role}</div>)],
          ]}
        />
      </Panel>
      <Panel
        title={words.secondFactor}
        aside={
          <StatusTag tone={account.hasSecondFactor ? 'good' : 'caution'}>
            {account.hasSecondFactor ? words.on : words.off}
          </StatusTag>
        }
      >
        <Text mb="md">{account.hasSecondFactor ? words.secondFactorOn : words.secondFactorOff}</Text>
        {me.secondFactorNeeded && !account.hasSecondFactor && (
          <Text mb="md" fw={600}>
            {words.secondFactorNeeded}
          </Text>
        )}
        <Group>
          <Button variant={account.hasSecondFactor ? 'default' : 'filled'} onClick={() => setSettingUp(true)}>
            {account.hasSecondFactor ? words.renewCodes : words.turnOn}
          </Button>
        </Group>
        <SecondFactorSetUp
          opened={settingUp}
          renewsCodes={account.hasSecondFactor}
          onClose={() => setSettingUp(false)}
        />
      </Panel>
      <MyDeputies />
      <Panel title={words.changePassword}>
        <ChangePassword />
      </Panel>
    </Screen>
  )
}
