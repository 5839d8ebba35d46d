import { foldVietnamese } from '@nguon/domain/platform'

/** The levels a unit can have, highest first. Which of them a country uses at a time is data: two tiers and three tiers are both this list. */
export const levels = ['centre', 'province', 'district', 'commune', 'village'] as const

export type Level = (typeof levels)[number]

/** What holds for the units of one level. Code asks this table and never compares with a level by name. */
export interface LevelRule {
  readonly vi: string
  readonly en: string
  /** Other words an import may use, without accents. */
  readonly alsoCalled: readonly string[]
  /** Levels whose units may stand directly above; a root needs none. */
  readonly parents: readonly Level[]
  /** Codes by QĐ 124/2004/QĐ-TTg (with districts) and QĐ 19/2025/QĐ-TTg; the centre's and the villages' are our own. */
  readonly code: RegExp
  /** Digits to which a spreadsheet's "1" is filled up again; null: the code is no mere number. */
  readonly codeDigits: number | null
  /** The code begins with the parent's. */
  readonly codeWithinParent: boolean
  /** What the units are called locally; the first is the usual one. */
  readonly kinds: readonly string[]
  /** A unit may be called by its name alone. */
  readonly kindOptional: boolean
  /** Lunar days and days off are entered for units of this level and hold for all below. */
  readonly keepsCalendar: boolean
  /** Decides how long tasks wait in place of the default of the house; units of other levels only tighten it. */
  readonly leadsTaskWaits: boolean
}

export const levelRules: Readonly<Record<Level, LevelRule>> = {
  centre: {
    vi: 'trung ương',
    en: 'centre',
    alsoCalled: ['tw', 'central'],
    parents: [],
    code: /^00$/,
    codeDigits: 2,
    codeWithinParent: false,
    kinds: [],
    kindOptional: true,
    keepsCalendar: true,
    leadsTaskWaits: true,
  },
  province: {
    vi: 'tỉnh',
    en: 'province',
    alsoCalled: ['thanh pho truc thuoc trung uong'],
    parents: ['centre'],
    code: /^(?!00)\d{2}$/,
    codeDigits: 2,
    codeWithinParent: false,
    kinds: ['tỉnh', 'thành phố'],
    kindOptional: false,
    keepsCalendar: true,
    leadsTaskWaits: true,
  },
  district: {
    vi: 'huyện',
    en: 'district',
    alsoCalled: ['quan', 'thi xa'],
    parents: ['province'],
    code: /^\d{3}$/,
    codeDigits: 3,
    codeWithinParent: false,
    kinds: ['huyện', 'quận', 'thị xã', 'thành phố'],
    kindOptional: false,
    keepsCalendar: false,
    leadsTaskWaits: false,
  },
  commune: {
    vi: 'xã',
    en: 'commune',
    alsoCalled: ['phuong', 'dac khu', 'thi tran', 'ward'],
    parents: ['province', 'district'],
    code: /^\d{5}$/,
    codeDigits: 5,
    codeWithinParent: false,
    kinds: ['xã', 'phường', 'đặc khu', 'thị trấn'],
    kindOptional: false,
    keepsCalendar: false,
    leadsTaskWaits: false,
  },
  // Villages are communities, no administrative units, and have no code in law: the commune's code and a suffix of ours.
  // A letter follows the hyphen so that a spreadsheet does not take the code for a date or a number.
  village: {
    vi: 'thôn',
    en: 'village',
    alsoCalled: ['to dan pho', 'ap', 'ban', 'buon', 'khu pho', 'khom', 'community'],
    parents: ['commune'],
    code: /^\d{5}-[A-Z][A-Z0-9]{0,7}$/,
    codeDigits: null,
    codeWithinParent: true,
    kinds: [
      'thôn',
      'tổ dân phố',
      'ấp',
      'bản',
      'buôn',
      'bon',
      'làng',
      'sóc',
      'khóm',
      'khu phố',
      'khối phố',
      'khối',
      'xóm',
      'phum',
      'plei',
      'tiểu khu',
      'khu dân cư',
    ],
    kindOptional: true,
    keepsCalendar: false,
    leadsTaskWaits: false,
  },
}

/** The level a code belongs to by its form; null when no level has such codes. */
export function levelOfCode(code: string): Level | null {
  return levels.find(level => levelRules[level].code.test(code)) ?? null
}

/** The level a person means by a word: "Cấp xã", "xã", "commune", "Tổ dân phố"; null when unknown. */
export function levelNamed(word: string): Level | null {
  const folded = foldVietnamese(word).replace(/^(cap|level) /, '')
  const isMeant = (level: Level) =>
    [levelRules[level].vi, levelRules[level].en].some(name => foldVietnamese(name) === folded) ||
    levelRules[level].alsoCalled.includes(folded)
  return levels.find(isMeant) ?? null
}
