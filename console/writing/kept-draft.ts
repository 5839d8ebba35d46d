import type { BulletinContent } from '@nguon/domain/bulletins'
import type { Instant } from '@nguon/domain/platform'
import { keep, readKept } from '../kept.ts'
import { blankContent } from './blank-content.ts'

/** What someone was writing, on this machine; `version` is the one it started from. */
export interface KeptDraft {
  readonly content: BulletinContent
  readonly version: number | null
  readonly keptAt: Instant
}

/** Drafts are kept by account and bulletin: another person on the same machine does not find them. */
export function draftName(accountId: string, bulletin: string): string {
  return `nguon.draft.${accountId}.${bulletin}`
}

export function readDraft(name: string): KeptDraft | null {
  try {
    const draft = JSON.parse(readKept(name) ?? 'null') as KeptDraft | null
    if (!draft || !Array.isArray(draft.content?.texts) || draft.content.texts.length === 0) return null
    // What was kept before a field existed has none of it.
    return { ...draft, content: { ...blankContent, ...draft.content } }
  } catch {
    return null
  }
}

export function keepDraft(name: string, draft: KeptDraft | null): void {
  keep(name, draft && JSON.stringify(draft))
}
