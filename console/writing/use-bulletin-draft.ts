import type { BulletinDetails } from '@nguon/contract/bulletins'
import type { BulletinContent } from '@nguon/domain/bulletins'
import type { Instant } from '@nguon/domain/platform'
import { useEffect, useRef, useState } from 'react'
import { draftName, keepDraft, readDraft } from './kept-draft.ts'

const keepAfterMilliseconds = 500

/**
 * The content in hand, kept on this machine while it is written. `saved` is how the server has it; what was kept and
 * differs from that is opened again, unless something `fresh` is to be written.
 */
export function useBulletinDraft(
  accountId: string,
  saved: BulletinDetails | null,
  start: BulletinContent,
  fresh: boolean,
) {
  const name = draftName(accountId, saved?.id ?? 'new')
  const [kept] = useState(() => {
    const draft = fresh ? null : readDraft(name)
    return draft && !same(draft.content, saved?.content ?? start) ? draft : null
  })
  const [content, setContent] = useState(kept?.content ?? saved?.content ?? start)
  /** The version the writing rests on: an old one leads to a merge when it is saved, never to a loss. */
  const [version, setVersion] = useState(kept?.version ?? saved?.version ?? null)
  const [base, setBase] = useState(saved?.content ?? start)
  const [keptAt, setKeptAt] = useState<Instant | null>(null)
  const [restoredAt, setRestoredAt] = useState(kept?.keptAt ?? null)
  const changed = !same(content, base)
  const current = useRef({ content, version, changed })
  current.current = { content, version, changed }

  useEffect(() => {
    if (!changed) return
    const timer = setTimeout(() => {
      const now = Date.now() as Instant
      keepDraft(name, { content, version, keptAt: now })
      setKeptAt(now)
    }, keepAfterMilliseconds)
    return () => clearTimeout(timer)
  }, [name, content, version, changed])

  useEffect(() => {
    const keepAtOnce = () => {
      const { content, version, changed } = current.current
      if (changed) keepDraft(name, { content, version, keptAt: Date.now() as Instant })
    }
    window.addEventListener('pagehide', keepAtOnce)
    return () => window.removeEventListener('pagehide', keepAtOnce)
  }, [name])

  /** Called with what the server has now; what was typed while `sent` was on its way stays. */
  const settle = (details: BulletinDetails, sent: BulletinContent) => {
    keepDraft(name, null)
    setBase(details.content)
    setContent(now => (same(now, sent) ? details.content : now))
    setVersion(details.version)
    setKeptAt(null)
    setRestoredAt(null)
  }
  const dropRestored = () => {
    keepDraft(name, null)
    setContent(saved?.content ?? start)
    setBase(saved?.content ?? start)
    setVersion(saved?.version ?? null)
    setRestoredAt(null)
  }
  return { content, setContent, version, setVersion, changed, keptAt, restoredAt, settle, dropRestored }
}

export function same(one: BulletinContent, other: BulletinContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
