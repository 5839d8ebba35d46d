import type { WaitingKind } from '@nguon/domain/tasks'

/** How one kind of task is told. `{name}` in words and path stands for a value given when the task is opened. */
export interface TaskKind extends WaitingKind {
  readonly vi: string
  readonly en: string
  /** Where in the console it is done: `/lam-viec/duyet/{subjectId}`. */
  readonly path: string
  /** What it is called where its waiting is decided on, in both languages. */
  readonly title: { readonly vi: string; readonly en: string }
}

/** Fills the places of a wording; what is missing is left out rather than shown as a placeholder. */
export function fillWording(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
