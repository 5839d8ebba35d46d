import { StatusTag, type StatusTone } from '@nguon/design'
import type { DeviceState } from '@nguon/domain/devices'
import { useWords } from '../words/define-words.ts'
import { deviceWords } from '../words/device-words.ts'

const tones: Readonly<Record<DeviceState, StatusTone>> = {
  waiting: 'plain',
  online: 'good',
  silent: 'bad',
  retired: 'plain',
}

export function DeviceStateTag({ state }: { state: DeviceState }) {
  return <StatusTag tone={tones[state]}>{useWords(deviceWords).states[state]}</StatusTag>
}
