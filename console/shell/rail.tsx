import { NavLink } from 'react-router'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import type { NavigationEntry } from './navigation.ts'
import classes from './shell.module.css'
import { AlarmCount } from '../alarms/alarm-count.tsx'
import { TaskCount } from './task-count.tsx'

/** The parts of the workplace at the left of a wide screen. */
export function Rail({ entries }: { entries: readonly NavigationEntry[] }) {
  const words = useWords(shellWords)
  return (
    <nav className={classes['rail']} aria-label={words.mainNavigation}>
      <ul className={classes['railList']}>
        {entries.map(({ name, path, icon: Icon }) => (
          <li key={name}>
            <NavLink to={path} end={path === '/'} className={classes['railLink'] ?? ''}>
              <Icon aria-hidden size={22} stroke={1.8} />
              {words.navigation[name]}
              {name === 'today' && <TaskCount className={classes['count']} />}
              {name === 'alarms' && <AlarmCount className={classes['count']} />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
