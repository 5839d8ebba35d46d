import type { BulletinDetails } from '@nguon/contract/bulletins'
import type { BulletinContent } from '@nguon/domain/bulletins'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, client } from '../api/client.ts'
import { isProblem } from '../api/problem.ts'
import { queryClient } from '../api/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { useWorkplace } from '../shell/workplace.tsx'
import { useWords } from '../words/define-words.ts'
import { editorWords } from '../words/editor-words.ts'
import { kindOf } from './blank-content.ts'
import type { useBulletinDraft } from './use-bulletin-draft.ts'

/** Saves the content in hand; when somebody else has saved meanwhile, `stale` is their version, to be merged. */
export function useSaveBulletin(
  saved: BulletinDetails | null,
  draft: ReturnType<typeof useBulletinDraft>,
  onSaved: (details: BulletinDetails) => void,
) {
  const words = useWords(editorWords)
  const { unit } = useWorkplace()
  const [stale, setStale] = useState<BulletinDetails | null>(null)
  // Pressed twice, or repeated after a lost answer, it is still one bulletin.
  const idempotencyKey = useRef(crypto.randomUUID())

  const store = async (content: BulletinContent, version: number | null): Promise<BulletinDetails> => {
    const written = { ...content, kind: kindOf(content) }
    try {
      return saved && version !== null
        ? await client.bulletins.edit({ id: saved.id, version, content: written, reopen: true })
        : await client.bulletins.create({
            unitId: unit.unitId,
            content: written,
            idempotencyKey: idempotencyKey.current,
          })
    } catch (error) {
      if (saved && isProblem(error, 'STALE_VERSION')) setStale(await client.bulletins.read({ id: saved.id }))
      throw error
    }
  }
  const settle = (details: BulletinDetails, sent: BulletinContent) => {
    draft.settle(details, sent)
    queryClient.setQueryData(api.bulletins.read.queryKey({ input: { id: details.id } }), details)
    void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() })
    onSaved(details)
  }
  const save = useMutation({
    mutationFn: async () => {
      if (saved && !draft.changed) return saved
      const details = await store(draft.content, draft.version)
      settle(details, draft.content)
      return details
    },
    onSuccess: () => toast(words.saved),
  })
  const listen = useMutation({
    mutationFn: async () => {
      if (!saved) throw new Error('a bulletin is saved before it is voiced')
      const { id, version } = draft.changed ? await save.mutateAsync() : saved
      await client.voice.render({ id, version })
      await queryClient.invalidateQueries({ queryKey: api.voice.renditions.key() })
    },
  })
  const resolveStale = async (merged: BulletinContent) => {
    if (!stale) return
    const details = await store(merged, stale.version)
    setStale(null)
    save.reset()
    settle(details, draft.content)
    toast(words.saved)
  }
  return { save, listen, stale, resolveStale }
}
