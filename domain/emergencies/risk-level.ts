export const riskLevels = [1, 2, 3, 4, 5] as const

/** *Cấp độ rủi ro thiên tai*, from 1 (low) to 5 (disaster). */
export type RiskLevel = (typeof riskLevels)[number]

export interface RiskLevelRule {
  readonly vi: string
  readonly en: string
  /** The colour the law gives it; screens have a shade for each. */
  readonly colour: 'lightBlue' | 'lightYellow' | 'orange' | 'red' | 'purple'
  readonly colourVi: string
}

/** The five levels with their legal colours (QĐ 18/2021/QĐ-TTg). */
export const riskLevelRules: Readonly<Record<RiskLevel, RiskLevelRule>> = {
  1: { vi: 'cấp 1', en: 'level 1', colour: 'lightBlue', colourVi: 'xanh dương nhạt' },
  2: { vi: 'cấp 2', en: 'level 2', colour: 'lightYellow', colourVi: 'vàng nhạt' },
  3: { vi: 'cấp 3', en: 'level 3', colour: 'orange', colourVi: 'da cam' },
  4: { vi: 'cấp 4', en: 'level 4', colour: 'red', colourVi: 'đỏ' },
  5: { vi: 'cấp 5', en: 'level 5', colour: 'purple', colourVi: 'tím' },
}
