import type { BulletinContent } from '@nguon/domain/bulletins'
import { useLocation } from 'react-router'
import { useWorkplace } from '../shell/workplace.tsx'
import { blankContent } from './blank-content.ts'
import { BulletinEditor } from './bulletin-editor.tsx'

/** A bulletin that is not on the server yet: blank, or as a notice left it. */
export function WriteBulletin() {
  const { me } = useWorkplace()
  const given = useLocation().state as { content?: BulletinContent } | null
  const start = given?.content ?? { ...blankContent, author: me.account.name, penName: me.account.penName }
  return <BulletinEditor saved={null} start={start} fresh={given?.content !== undefined} />
}
