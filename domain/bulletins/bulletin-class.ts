/** The three classes of Thông tư 39/2020/TT-BTTTT, lowest first: thông thường, ưu tiên, khẩn cấp. */
export const bulletinClasses = ['normal', 'priority', 'emergency'] as const

export type BulletinClass = (typeof bulletinClasses)[number]
