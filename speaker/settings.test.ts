import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const needed = ['--folder', '/tmp/loa', '--server', 'https://nguon.example.vn']

describe('settings', () => {
  it('come from options or the environment, options first', () => {
    const environment = {
      NGUON_SPEAKER_FOLDER: '/a',
      NGUON_SPEAKER_SERVER: 'http://b',
      NGUON_SPEAKER_MEDIA_BUDGET: '10',
    }
    expect(readSettings([], environment)).toMatchObject({
      folder: '/a',
      server: 'http://b',
      mediaBudgetBytes: 10_000_000,
    })
    expect(readSettings(['--folder', '/c', '--sink', 'file:/d', '--paced'], environment)).toMatchObject({
      folder: '/c',
      sink: { kind: 'file', folder: '/d' },
      paced: true,
    })
  })

  it.each([
    [[], '--folder is missing'],
    [['--folder', '/a'], '--server must be'],
    [['--folder', '/a', '--server', 'nguon.example.vn'], '--server must be'],
    [[...needed, '--sink', 'file:'], '--sink must be'],
    [[...needed, '--media-budget', 'nhiều'], '--media-budget must be'],
    [[...needed, '--simulate-clock', 'now'], '--simulate-clock must be'],
    [[...needed, '--loud'], "'--loud'"],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => readSettings(args, {})).toThrow(sentence)
  })
})
