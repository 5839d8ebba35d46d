import type { MediaItem, MediaKind } from '@nguon/domain/media'
import { useEffect, useRef, useState } from 'react'
import { client } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import { useWorkplace } from '../shell/workplace.tsx'
import { currentLanguage } from '../words/language.ts'
import { refusalSentence } from '../words/refusal-sentence.ts'
import { uploadFile } from './upload-file.ts'

export interface UploadWish {
  readonly file: File
  readonly kind: MediaKind
  readonly source: MediaItem['source']
  readonly title: string
  readonly speakerName?: string
  readonly royaltyLine?: string
  /** Which part of a sound is taken; nothing is lost of the file on the sender's machine. */
  readonly cut?: Parameters<typeof client.media.register>[0]['cut']
}

export type UploadState =
  | { readonly step: 'idle' }
  | { readonly step: 'uploading'; readonly name: string; readonly share: number }
  | { readonly step: 'preparing'; readonly name: string }
  /** `wish` is kept, so that one press goes on. */
  | { readonly step: 'failed'; readonly wish: UploadWish; readonly error: unknown }

const pollMilliseconds = 700

/** Brings a file into the library of the unit: sent, registered, checked and made ready. */
export function useUpload(onReady: (item: MediaItem) => void) {
  const { unit } = useWorkplace()
  const [state, setState] = useState<UploadState>({ step: 'idle' })
  const ended = useRef(new AbortController())
  // What was typed while the file was on its way is there when it arrives: the newest is told, not the one of the start.
  const told = useRef(onReady)
  useEffect(() => {
    told.current = onReady
  })
  useEffect(() => {
    ended.current = new AbortController()
    return () => ended.current.abort()
  }, [])

  const start = async (wish: UploadWish) => {
    const { file, kind, source, title, speakerName = '', royaltyLine = '' } = wish
    const { signal } = ended.current
    setState({ step: 'uploading', name: file.name, share: 0 })
    try {
      const onProgress = (share: number) => setState({ step: 'uploading', name: file.name, share })
      const uploadId = await uploadFile(file, { onProgress, signal })
      setState({ step: 'preparing', name: file.name })
      const cut = wish.cut ?? (source === 'recording' ? { withoutSilence: true } : {})
      const registered = await client.media.register({
        uploadId,
        unitId: unit.unitId,
        kind,
        source,
        title,
        speakerName,
        royaltyLine,
        cut,
      })
      const item = await settled(registered, signal)
      setState({ step: 'idle' })
      told.current(item)
    } catch (error) {
      if (!signal.aborted) setState({ step: 'failed', wish, error })
    }
  }
  return { state, start, forget: () => setState({ step: 'idle' }) }
}

async function settled(registered: MediaItem, signal: AbortSignal): Promise<MediaItem> {
  let item = registered
  while (item.state === 'preparing') {
    await new Promise(resolve => setTimeout(resolve, pollMilliseconds))
    signal.throwIfAborted()
    item = await client.media.read({ id: item.id })
  }
  if (item.state === 'ready') return item
  const refusal = item.refusal ?? { code: '', data: {} }
  throw new Problem(422, refusal.code, refusalSentence(refusal, currentLanguage()))
}
