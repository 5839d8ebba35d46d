import { assignmentPointerSchema } from '@nguon/contract/assignments'
import type { RefusalReport } from '@nguon/contract/devices'
import { lineupPointerSchema } from '@nguon/contract/lineups'
import { topics } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import type { PlayerState } from '@nguon/domain/player'
import { readMessage } from './link/read-message.ts'
import type { Documents } from './sync/documents.ts'
import type { Uplink } from './sync/uplink.ts'

export interface HearingNeeds {
  readonly deviceId: DeviceId
  readonly state: () => PlayerState
  readonly documents: () => Documents
  readonly uplink: () => Uplink
  readonly refuse: (subject: RefusalReport['subject'], fault: string, detail: string) => void
}

/** What to do with a message of the broker, by its topic. `retained`: it was kept there and is not said now. */
export function messageHearer({ deviceId, state, documents, uplink, refuse }: HearingNeeds) {
  const byTopic: Readonly<Record<string, (payload: string) => void>> = {
    [topics.acknowledged(deviceId)]: payload => uplink().acknowledged(readMessage(payload)),
    [topics.assignment(deviceId)]: payload => {
      const pointer = assignmentPointerSchema.safeParse(readMessage(payload))
      if (!pointer.success) return refuse('assignment', 'malformed-pointer', payload.slice(0, 200))
      if (pointer.data.version > (state().assignment?.version ?? 0)) documents().askUnit()
    },
    [topics.lineup(deviceId)]: payload => {
      const pointer = lineupPointerSchema.safeParse(readMessage(payload))
      if (!pointer.success) return refuse('lineup', 'malformed-pointer', payload.slice(0, 200))
      if (pointer.data.version !== state().lineup?.version) documents().refresh(pointer.data.url)
    },
  }
  const emergencies = topics.emergency('' as never)
  return (topic: string, payload: string, retained: boolean): void => {
    if (topic.startsWith(emergencies)) return documents().hearEmergency(payload, !retained, topic)
    const known = byTopic[topic]
    if (known) known(payload)
    else refuse('command', 'unsupported', topic)
  }
}
