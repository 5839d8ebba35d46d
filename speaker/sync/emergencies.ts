import { emergenciesPath, heldEmergenciesSchema } from '@nguon/contract/emergencies'
import type { KeySet } from '@nguon/contract/keys'
import type { EmergencyAhead, EmergencyDocument } from '@nguon/domain/emergencies'
import type { ServerHttp } from '../link/server-http.ts'
import { readEmergency, type ReadEmergency } from './read-emergency.ts'

export interface EmergencyNeeds {
  readonly http: ServerHttp
  /** Reads with the keys at hand, and with the newest where these do not do; null without any. */
  readonly readSigned: (read: (keys: KeySet) => Promise<ReadEmergency>) => Promise<ReadEmergency | null>
  readonly emergency: (document: EmergencyDocument, live: boolean) => void
  readonly ahead: (ahead: EmergencyAhead) => void
  readonly refuse: (subject: 'emergency', fault: string, detail: string) => void
}

/** Emergencies on their two ways: over the line as they are made, and asked for after an absence. */
export interface Emergencies {
  /** `from`: where it came, for people when it is refused. */
  hear(jws: string, live: boolean, from: string): Promise<void>
  /** Asks for all that hold. */
  refresh(): Promise<void>
}

export function openEmergencies({ http, readSigned, emergency, ahead, refuse }: EmergencyNeeds): Emergencies {
  async function hear(jws: string, live: boolean, from: string): Promise<void> {
    const read = await readSigned(keys => readEmergency(jws, keys))
    if (!read) return
    if ('document' in read) emergency(read.document, live)
    else if ('ahead' in read) ahead(read.ahead)
    else refuse('emergency', read.fault, from)
  }

  return {
    hear,
    async refresh() {
      // Whatever a server answers to this, it may not keep the device from its line-up; the next round asks again.
      const answer = await http.document(emergenciesPath).catch(() => null)
      if (answer === null || answer === 'unchanged') return
      const held = heldEmergenciesSchema.safeParse(parsed(answer.text))
      if (!held.success) return refuse('emergency', 'malformed', '')
      for (const jws of held.data.documents) await hear(jws, false, emergenciesPath)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
