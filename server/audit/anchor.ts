import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config, Database } from '@nguon/server/platform'
import { sealAt, lastSeal } from './store.ts'

/** The newest seal this server has seen, kept in a file: whoever can change the database cannot change it as well. */
export interface Anchor {
  readonly seq: number
  readonly seal: string
}

export function anchorPath({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'audit-anchor.json')
}

/** Null when none was kept yet. An unreadable file is an error: it may have been spoiled to hide something. */
export async function readAnchor(path: string): Promise<Anchor | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const { seq, seal } = JSON.parse(text) as Partial<Anchor>
  if (!Number.isSafeInteger(seq) || typeof seal !== 'string') throw new Error(`${path} holds no anchor of the trail`)
  return { seq: Number(seq), seal }
}

export async function holdsAnchor(db: Database, anchor: Anchor): Promise<boolean> {
  return (await sealAt(db, anchor.seq)) === anchor.seal
}

/**
 * Keeps the newest seal, unless the trail no longer holds the one kept before: that anchor is the proof. Gives false then.
 */
export async function moveAnchor(db: Database, path: string): Promise<boolean> {
  const before = await readAnchor(path)
  if (before && !(await holdsAnchor(db, before))) return false
  const newest = await lastSeal(db)
  if (newest && newest.seq !== before?.seq) await keepAnchor(path, newest)
  return true
}

async function keepAnchor(path: string, { seq, seal }: Anchor): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  await file.writeFile(`${JSON.stringify({ seq, seal })}\n`)
  await file.sync()
  await file.close()
  await rename(`${path}.new`, path)
}
