import { holds } from '@nguon/domain/platform'
import { Outlet, ScrollRestoration } from 'react-router'
import { useWords } from '../words/define-words.ts'
import { shellWords } from '../words/shell-words.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Header } from './header.tsx'
import { navigation } from './navigation.ts'
import { OfflineNotice } from './offline-notice.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'
import { SignedIn } from './signed-in.tsx'
import { useWorkplace } from './workplace.tsx'

/** The frame of every screen behind the sign-in. */
export function Shell() {
  return (
    <SignedIn>
      <Frame />
    </SignedIn>
  )
}

function Frame() {
  const words = useWords(shellWords)
  const { actor, unit } = useWorkplace()
  const entries = navigation.filter(({ roles }) => roles === null || holds(actor, roles, unit.path))
  return (
    <div className={classes['shell']}>
      <a href="#noi-dung" className={classes['skip']}>
        {words.skip}
      </a>
      <Header />
      <Rail entries={entries} />
      <main id="noi-dung" tabIndex={-1} className={classes['main']}>
        <OfflineNotice />
        <Outlet />
      </main>
      <BottomBar entries={entries} />
      <ScrollRestoration />
    </div>
  )
}
