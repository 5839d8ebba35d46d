import { Menu, UnstyledButton } from '@mantine/core'
import { SourceMark } from '@nguon/design'
import { IconSelector } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { AccountMenu } from './account-menu.tsx'
import classes from './shell.module.css'
import { TaskBell } from './task-bell.tsx'
import { useWorkplace, type WorkUnit } from './workplace.tsx'

/** Where one is: the house, the unit one works for, and oneself. */
export function Header() {
  const words = useWords(shellWords)
  return (
    <header className={classes['header']}>
      <Link to="/" className={classes['brand']} aria-label={`${words.product} · ${words.navigation.today}`}>
        <SourceMark />
        <span className={classes['brandName']}>{words.product}</span>
      </Link>
      <UnitChoice />
      <TaskBell />
      <AccountMenu />
    </header>
  )
}

function UnitChoice() {
  const words = useWords(shellWords)
  const { unit, units, chooseUnit } = useWorkplace()
  if (units.length === 1) {
    return (
      <div className={classes['unit']}>
        <UnitTitle unit={unit} />
      </div>
    )
  }
  return (
    <div className={classes['unit']}>
      <Menu position="bottom-start" width={340}>
        <Menu.Target>
          <UnstyledButton display="flex" mih={48} maw="100%" aria-label={`${words.chooseUnit}: ${unit.fullName}`}>
            <span style={{ minWidth: 0 }}>
              <UnitTitle unit={unit} />
            </span>
            <IconSelector aria-hidden size={20} style={{ flex: 'none', alignSelf: 'center', marginLeft: 8 }} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {units.map(choice => (
            <Menu.Item key={choice.unitId} mih={48} onClick={() => chooseUnit(choice.unitId)}>
              <UnitTitle unit={choice} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function UnitTitle({ unit }: { unit: WorkUnit }) {
  const above = unit.fullName.split(', ').slice(1).join(', ')
  return (
    <>
      <div className={classes['unitName']}>{unit.name}</div>
      {above && <div className={classes['unitPlace']}>{above}</div>}
    </>
  )
}
