import type { Device } from '@nguon/domain/devices'

/** A loudspeaker cluster as an inventory sheet describes it; its commune and village are named by their codes. */
export interface SampleSpeaker
  extends Pick<Device, 'name' | 'latitude' | 'longitude' | 'horns' | 'wattsPerHorn' | 'simCarrier' | 'households'> {
  readonly unitCode: string
  readonly villageCode: string
}

/** Three clusters of xã Krông Năng, in three villages. */
export const sampleSpeakers: readonly SampleSpeaker[] = [
  {
    name: 'Cụm loa nhà văn hóa thôn 3',
    unitCode: '24343',
    villageCode: '24343-T03',
    latitude: 12.9597,
    longitude: 108.3512,
    horns: 3,
    wattsPerHorn: 30,
    simCarrier: 'Viettel',
    households: 205,
  },
  {
    name: 'Cụm loa ngã ba thôn Bình Minh',
    unitCode: '24343',
    villageCode: '24343-T07',
    latitude: 12.9486,
    longitude: 108.3428,
    horns: 2,
    wattsPerHorn: 50,
    simCarrier: 'VinaPhone',
    households: 130,
  },
  {
    name: 'Cụm loa nhà cộng đồng buôn Wiao A',
    unitCode: '24343',
    villageCode: '24343-T09',
    latitude: 12.9641,
    longitude: 108.3604,
    horns: 4,
    wattsPerHorn: 30,
    simCarrier: 'MobiFone',
    households: 250,
  },
]
