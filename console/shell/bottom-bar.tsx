import { Drawer, UnstyledButton } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useState } from 'react'
import { NavLink } from 'react-router'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import type { NavigationEntry } from './navigation.ts'
import classes from './shell.module.css'
import { AlarmCount } from '../alarms/alarm-count.tsx'

const inTheBar = 4

/**
 * The parts of the workplace under the thumb on a phone; what does not fit is behind "Thêm". What waits for me is counted
 * on the bell alone, which is in sight at the same time.
 */
export function BottomBar({ entries }: { entries: readonly NavigationEntry[] }) {
  const words = useWords(shellWords)
  const [opened, setOpened] = useState(false)
  const fits = entries.length <= inTheBar + 1
  const first = fits ? entries : entries.slice(0, inTheBar)
  const rest = fits ? [] : entries.slice(inTheBar)
  return (
    <nav className={classes['bar']} aria-label={words.mainNavigation}>
      <ul className={classes['barList']}>
        {first.map(({ name, path, icon: Icon }) => (
          <li key={name}>
            <NavLink to={path} end={path === '/'} className={classes['barLink'] ?? ''}>
              <Icon aria-hidden size={24} stroke={1.8} />
              {words.navigation[name]}
              {name === 'alarms' && <AlarmCount className={classes['barCount']} />}
            </NavLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <UnstyledButton className={classes['barLink']} aria-expanded={opened} onClick={() => setOpened(true)}>
              <IconMenu2 aria-hidden size={24} stroke={1.8} />
              {words.more}
            </UnstyledButton>
          </li>
        )}
      </ul>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="bottom"
        size="auto"
        radius="lg"
        title={words.more}
        closeButtonProps={{ 'aria-label': words.close, size: 'lg' }}
      >
        <ul className={classes['railList']}>
          {rest.map(({ name, path, icon: Icon }) => (
            <li key={name}>
              <NavLink to={path} className={classes['railLink'] ?? ''} onClick={() => setOpened(false)}>
                <Icon aria-hidden size={22} stroke={1.8} />
                {words.navigation[name]}
                {name === 'alarms' && <AlarmCount className={classes['count']} />}
              </NavLink>
            </li>
          ))}
        </ul>
      </Drawer>
    </nav>
  )
}
