import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@nguon/domain/platform'

const keptBackups = 3
const leastAge = 3_600_000

/**
 * Copies the folder of the embedded database before it is opened, for it does not promise to survive a power cut. The
 * last three copies are kept; a restart within the hour makes none. Gives the folder of the copy, or null.
 */
export async function backUpBeforeOpening(dataFolder: string, now: Instant): Promise<string | null> {
  const source = join(dataFolder, 'database')
  const backups = join(dataFolder, 'backups')
  if (!(await exists(join(source, 'PG_VERSION')))) return null
  await mkdir(backups, { recursive: true })
  const names = (await readdir(backups)).filter(name => /^\d{8}T\d{6}Z$/.test(name)).sort()
  const newest = names.at(-1)
  if (newest && now - instantOf(newest) < leastAge) return null
  const name = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const unfinished = join(backups, 'unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await cp(source, unfinished, { recursive: true })
  await rename(unfinished, join(backups, name))
  for (const old of [...names, name].slice(0, -keptBackups)) await rm(join(backups, old), { recursive: true })
  return join(backups, name)
}

function instantOf(name: string): number {
  return Date.parse(name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
