import { useSyncExternalStore } from 'react'
import type { Language } from '@nguon/contract/platform'
import { readKept, keep } from '../kept.ts'

export type { Language }

let language: Language = readKept('nguon.language') === 'en' ? 'en' : 'vi'
const listeners = new Set<() => void>()

export function currentLanguage(): Language {
  return language
}

export function chooseLanguage(chosen: Language): void {
  language = chosen
  keep('nguon.language', chosen)
  document.documentElement.lang = chosen
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}
