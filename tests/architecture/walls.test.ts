import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { floors, moduleOrder, type SourceFile, sourceFiles } from './house.ts'

const files = sourceFiles()
const isTest = (file: SourceFile) => /\.(test|spec)\.tsx?$/.test(file.path)
const builtIn = files.filter(file => !isTest(file))
const layered = ['domain', 'contract', 'server']

function faults(check: (file: SourceFile) => string[]): string[] {
  return builtIn.flatMap(file => check(file).map(fault => `${file.path}: ${fault}`))
}

describe('the walls of the house', () => {
  it('a floor enters only the floors below it', () => {
    const found = faults(file =>
      file.imports.flatMap(name => {
        const floor = /^@nguon\/([a-z]+)/.exec(name)?.[1]
        return floor && !floors[file.floor]?.includes(floor) ? [`enters ${name}`] : []
      }),
    )
    expect(found).toEqual([])
  })

  it('a relative import stays within its own module', () => {
    const found = faults(file => {
      if (!layered.includes(file.floor)) return []
      const home = file.module ? `${file.floor}/${file.module}/` : `${file.floor}/`
      return file.imports
        .filter(name => name.startsWith('.'))
        .map(name => normalize(join(dirname(file.path), name)))
        .filter(target => !target.startsWith(home))
        .map(target => `leaves its module for ${target}`)
    })
    expect(found).toEqual([])
  })

  it('a module enters only modules before it', () => {
    const order: readonly string[] = moduleOrder
    const found = faults(file => {
      if (!layered.includes(file.floor) || !order.includes(file.module)) return []
      return file.imports.flatMap(name => {
        const target = /^@nguon\/(?:domain|contract|server)\/([a-z-]+)$/.exec(name)?.[1]
        if (!target || !order.includes(target) || target === file.module) return []
        return order.indexOf(target) > order.indexOf(file.module) ? [`enters ${name}, which stands above it`] : []
      })
    })
    expect(found).toEqual([])
  })

  it('every folder of a layered floor is a module of the list', () => {
    const order: readonly string[] = moduleOrder
    const known = [...order, 'migrations', 'examples']
    const found = builtIn.filter(file => layered.includes(file.floor) && file.module && !known.includes(file.module))
    expect(found.map(file => file.path)).toEqual([])
  })

  it('the domain has no clock, no chance, no I/O and no dependency', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bprocess\.|\bconsole\.|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bcrypto\./
    const found = faults(file => {
      if (file.floor !== 'domain') return []
      const foreign = file.imports.filter(name => !name.startsWith('.') && !name.startsWith('@nguon/domain/'))
      const match = forbidden.exec(file.text)
      return [...foreign.map(name => `imports ${name}`), ...(match ? [`uses ${match[0]}`] : [])]
    })
    expect(found).toEqual([])
  })

  it('time comes from the clock: no SQL now(), no Date.now() on the server outside the clock', () => {
    const found = faults(file => {
      if (file.floor !== 'server' || file.path === 'server/platform/clock.ts') return []
      const match = /\bnow\(\)\s*(?:at|-|\+|::|,|\)|`)|current_timestamp|\bDate\.now\(\)|\bnew Date\(\)/i.exec(
        // performance.now() measures durations and tells no time of day.
        file.text.replaceAll(/\b(?:clock|performance)\.now\(\)/g, ''),
      )
      return match ? [`uses ${match[0]}`] : []
    })
    expect(found).toEqual([])
  })
})

describe('the size and the names of things', () => {
  it('no file is over 300 lines', () => {
    const found = files.filter(file => file.text.split('\n').length > 301)
    expect(found.map(file => `${file.path}: ${file.text.split('\n').length} lines`)).toEqual([])
  })

  it('files are kebab-case and none is named after nothing', () => {
    const empty = /(^|\/)(utils?|helpers?|common|lib|misc|managers?|services?)(\.|\/)/
    const found = files.filter(
      file => empty.test(file.path) || !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.tsx?$/.test(file.path.split('/').at(-1) ?? ''),
    )
    expect(found.map(file => file.path)).toEqual([])
  })

  it('only store.ts and migrations speak SQL', () => {
    const found = faults(file => {
      if (file.floor !== 'server' || file.module === 'platform' || file.path.endsWith('store.ts')) return []
      return /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(file.text) ? ['speaks SQL'] : []
    })
    expect(found).toEqual([])
  })
})
