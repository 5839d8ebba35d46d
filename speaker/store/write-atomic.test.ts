import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../test-peer/run-speaker.ts'
import { writeAtomic } from './write-atomic.ts'

const module = new URL('write-atomic.ts', import.meta.url).href
/** Writes documents of a thousand times the same number, 1, 2, 3 …, until it is killed. */
const writer = `import { writeAtomic } from '${module}'
for (let n = 1; ; n++) { writeAtomic(process.argv[1], JSON.stringify(Array(1000).fill(n))); if (n === 1) console.log('ready') }`

describe('a document of the store', () => {
  it('is whole after kill -9 at any moment', async () => {
    const path = join(freshFolder(), 'document.json')
    let before = 0
    for (let round = 0; round < 15; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', writer, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await new Promise(resolve => child.stdout.once('data', resolve))
      await new Promise(resolve => setTimeout(resolve, Math.random() * 20))
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
      const numbers = JSON.parse(readFileSync(path, 'utf8')) as number[]
      expect(numbers).toHaveLength(1000)
      expect(new Set(numbers).size).toBe(1)
      before += numbers[0] ?? 0
    }
    expect(before).toBeGreaterThan(15)
  })

  it('is its owner’s alone, and a failed write leaves the old one and no draft', () => {
    const folder = freshFolder()
    const path = join(folder, 'identity.json')
    writeAtomic(path, 'cũ')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(() => writeAtomic(join(folder, 'nowhere', 'x'), 'mới')).toThrow('ENOENT')
    expect(readdirSync(folder)).toEqual(['identity.json'])
    expect(readFileSync(path, 'utf8')).toBe('cũ')
  })
})
