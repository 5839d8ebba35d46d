import { describe, expect, it } from 'vitest'
import { isSyllable, placeTone, splitTone, syllableOfBare } from './syllable.ts'

const syllables =
  'a ở ý ủy uỷ nghiêng nghỉ ngoằn ngoèo khuya khuỷu quốc quyết quỳnh quynh giếng giặc gì giữ gìn hoà hòa khoẻ khỏe thuỷ thủy xoong loong yêu yến ỷ kỳ tuýp huơ oằn đường trường được ngữ ghế gà kể cá bướu rượu hươu hứa chếch khuếch toác hoạch Đắc ƯƠNG tiếng'
const others =
  'kà ceb gê ngế nghà bac bãc tôc tiếc̀ app web trump zalo facebook clip stress đíc brăng str ưy iêu qà qo yă thiêngh ngh bz'

describe('L3: the syllables of Vietnamese', () => {
  it.each(syllables.split(' '))('%s is one', syllable => {
    expect(isSyllable(syllable)).toBe(true)
    expect(isSyllable(syllable.normalize('NFD').normalize('NFC'))).toBe(true)
  })

  it.each(others.split(' '))('%s is none', written => expect(isSyllable(written)).toBe(false))

  it.each([
    ['hoà', 'hòa'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['giếng', 'giếng'],
    ['quyết', 'quyết'],
    ['ngoèo', 'ngoèo'],
    ['của', 'của'],
    ['người', 'người'],
    ['hoàn', 'hoàn'],
    ['già', 'già'],
  ])('%s and %s are one word', (written, placed) => {
    const split = splitTone(written)
    expect(split && placeTone(split.base, split.tone)).toBe(placed)
  })

  it.each([
    ['vien', 'viên'],
    ['phuoc', 'phuốc'],
    ['binh', 'binh'],
    ['xyz', undefined],
  ])('W1: %s typed without marks can be said as %s', (written, syllable) => {
    expect(syllableOfBare(written)).toBe(syllable)
  })
})
