/** A loudspeaker cluster of the sample commune, as an inventory sheet would describe it. */
export interface SampleSpeaker {
  readonly name: string
  /** The village it stands in, by code. */
  readonly unitCode: string
  readonly latitude: number
  readonly longitude: number
  readonly horns: number
  readonly wattsPerHorn: number
  /** Mobile network of its SIM card. */
  readonly simCarrier: 'Viettel' | 'VinaPhone' | 'MobiFone'
  readonly householdsInEarshot: number
}

/** Three clusters of xã Krông Năng, in three villages. */
export const sampleSpeakers: readonly SampleSpeaker[] = [
  {
    name: 'Cụm loa nhà văn hóa thôn 3',
    unitCode: '24343-T03',
    latitude: 12.9597,
    longitude: 108.3512,
    horns: 3,
    wattsPerHorn: 30,
    simCarrier: 'Viettel',
    householdsInEarshot: 205,
  },
  {
    name: 'Cụm loa ngã ba thôn Bình Minh',
    unitCode: '24343-T07',
    latitude: 12.9486,
    longitude: 108.3428,
    horns: 2,
    wattsPerHorn: 50,
    simCarrier: 'VinaPhone',
    householdsInEarshot: 130,
  },
  {
    name: 'Cụm loa nhà cộng đồng buôn Wiao A',
    unitCode: '24343-T09',
    latitude: 12.9641,
    longitude: 108.3604,
    horns: 4,
    wattsPerHorn: 30,
    simCarrier: 'MobiFone',
    householdsInEarshot: 250,
  },
]
