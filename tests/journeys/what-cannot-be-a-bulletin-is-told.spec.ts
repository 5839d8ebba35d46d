import { describe, expect, it } from 'vitest'
import { demo, fileOf, lastLine } from './demo.ts'

const sentence = /^[^\n]+\.\n$/

describe.each([
  ['an empty file', () => fileOf(''), /trống/, /is empty/],
  ['white space alone', () => fileOf('\uFEFF \n\n\t\n'), /trống/, /is empty/],
  ['a binary file', () => fileOf(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3)), /nhị phân/, /binary/],
  ['text that is not UTF-8', () => fileOf(Buffer.from('Th\xf4ng b\xe1o', 'latin1')), /UTF-8/, /UTF-8/],
  ['200,000 characters', () => fileOf('đ'.repeat(200_000)), /200\.000 ký tự/, /200,000 characters/],
  ['a file that is not there', () => '/nowhere/ban-tin.txt', /Không đọc được/, /cannot be read/],
  ['a folder', () => '/', /Không đọc được/, /cannot be read/],
])('%s', (_name, path, vietnamese, english) => {
  it.each([
    ['vi', vietnamese],
    ['en', english],
  ])('gets one sentence (%s) and exit 2', async (language, words) => {
    const program = demo(['--once', '--json', '--text', path()], { LANG: `${language}_US.UTF-8` })
    expect(await program.ended).toBe(2)
    expect(program.stderr()).toMatch(sentence)
    expect(program.stderr()).toMatch(words)
    expect(program.stdout()).toBe('')
  })
})

it.each([
  ['vi', ['--onze'], /^Không có tùy chọn --onze\.\n\n[\s\S]+--accept-unknown +đánh vần/],
  ['en', ['--onze'], /^There is no option --onze\.\n\n[\s\S]+--accept-unknown +spell/],
  ['vi', ['--text'], /^Tùy chọn --text[^\n]* thiếu giá trị/],
  ['vi', ['thừa'], /^Không hiểu “thừa”\./],
  ['vi', ['--port', 'x'], /^--port phải là một số/],
])('R4 what is no option gets exit 2 and those that are (%s): %j', async (language, args, words) => {
  const program = demo(args, { LANG: `${language}_US.UTF-8` })
  expect(await program.ended).toBe(2)
  expect(program.stderr()).toMatch(words)
  expect(program.stderr()).not.toMatch(/\n\s+at /)
})

const strange = 'Thông báo\nĐội bóng xqzw thi đấu với đội brtk chiều nay.\n'

it('words the reader does not know end it with exit 3 and their list', async () => {
  const program = demo(['--once', '--json', '--text', fileOf(strange)], { LANG: 'en' })
  expect(await program.ended, program.stderr()).toBe(3)
  const { ok, flagged } = lastLine(program)
  expect(ok).toBe(false)
  expect(flagged.map(token => token.source)).toEqual(['xqzw', 'brtk'])
  expect(program.stderr()).toContain('Not known how to read: xqzw, brtk.')
})

it('I22 words the reader does not know are spelled and listed when that is asked for', async () => {
  const program = demo(['--once', '--json', '--accept-unknown', '--text', fileOf(strange)])
  expect(await program.ended, program.stderr()).toBe(0)
  const { ok, flagged, reading } = lastLine(program)
  expect(ok).toBe(true)
  expect(flagged.map(token => token.source)).toEqual(['xqzw', 'brtk'])
  for (const { spoken } of flagged) expect(reading).toContain(spoken)
})
