import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { temporaryFolder } from './leashed-process.ts'

/** A disk of its own of so many megabytes, where the tests may mount one; null, and said, elsewhere. */
export function smallDisk(megabytes: number): string | null {
  const folder = temporaryFolder('full-disk')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch (error) {
    if (process.env['CI'] === 'true') throw error
    process.stderr.write('no disk of its own can be mounted; the test of a full disk is skipped\n')
    return null
  }
}

export function removeDisk(folder: string): void {
  // Whatever of the process still looks at it lets go with it.
  execFileSync('umount', ['--lazy', folder])
  rmSync(folder, { recursive: true, force: true })
}
