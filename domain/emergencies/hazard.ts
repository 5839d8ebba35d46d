/** Category of an event as CAP 1.2 §3.2.2 has it. */
export type HazardCategory = 'Met' | 'Geo' | 'Fire' | 'Health' | 'Infra' | 'Other'

export interface HazardRule {
  readonly vi: string
  readonly en: string
  readonly category: HazardCategory
  /** Natural disasters have a risk level; what people cause has none. */
  readonly natural: boolean
}

/**
 * What an emergency can be about. The natural ones are those for which the weather service warns, in its words
 * (QĐ 18/2021/QĐ-TTg); the others are what communes sound the loudspeakers for besides.
 */
export const hazards = {
  storm: { vi: 'Bão, áp thấp nhiệt đới', en: 'Storm, tropical depression', category: 'Met', natural: true },
  surge: { vi: 'Nước dâng', en: 'Storm surge', category: 'Met', natural: true },
  heavyRain: { vi: 'Mưa lớn', en: 'Heavy rain', category: 'Met', natural: true },
  flood: { vi: 'Lũ, ngập lụt', en: 'Flood', category: 'Met', natural: true },
  flashFlood: {
    vi: 'Lũ quét, sạt lở đất, sụt lún đất do mưa lũ hoặc dòng chảy',
    en: 'Flash flood, landslide, subsidence',
    category: 'Geo',
    natural: true,
  },
  heat: { vi: 'Nắng nóng', en: 'Heat', category: 'Met', natural: true },
  drought: { vi: 'Hạn hán', en: 'Drought', category: 'Met', natural: true },
  salinity: { vi: 'Xâm nhập mặn', en: 'Salt-water intrusion', category: 'Met', natural: true },
  galeAtSea: { vi: 'Gió mạnh trên biển', en: 'Gale at sea', category: 'Met', natural: true },
  fog: { vi: 'Sương mù', en: 'Fog', category: 'Met', natural: true },
  thunderstorm: { vi: 'Lốc, sét, mưa đá', en: 'Whirlwind, lightning, hail', category: 'Met', natural: true },
  cold: { vi: 'Rét hại, sương muối', en: 'Damaging cold, frost', category: 'Met', natural: true },
  forestFire: { vi: 'Cháy rừng do tự nhiên', en: 'Forest fire', category: 'Fire', natural: true },
  earthquake: { vi: 'Động đất', en: 'Earthquake', category: 'Geo', natural: true },
  tsunami: { vi: 'Sóng thần', en: 'Tsunami', category: 'Geo', natural: true },
  dam: { vi: 'Xả lũ hồ chứa, sự cố đập', en: 'Water released by a dam', category: 'Infra', natural: false },
  fire: { vi: 'Cháy, nổ', en: 'Fire, explosion', category: 'Fire', natural: false },
  epidemic: { vi: 'Dịch bệnh', en: 'Epidemic', category: 'Health', natural: false },
  other: { vi: 'Tình huống khẩn cấp khác', en: 'Another emergency', category: 'Other', natural: false },
} as const satisfies Readonly<Record<string, HazardRule>>

export type Hazard = keyof typeof hazards

export const hazardNames = Object.keys(hazards) as [Hazard, ...Hazard[]]
