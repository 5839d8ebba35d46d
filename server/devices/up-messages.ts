import type { DeviceId } from '@nguon/domain/platform'
import { z } from 'zod'
import type { Logger } from 'pino'

/** What the server answers to a message that came by HTTP; by MQTT it goes out on a topic of its own. */
export type UpAnswer = Record<string, unknown> | null

/** One kind of message a device may send, contributed by the module that understands it. */
export interface UpMessageKind<Message> {
  readonly kind: string
  readonly schema: z.ZodType<Message>
  hear(deviceId: DeviceId, message: Message): Promise<UpAnswer>
}

export interface UpMessages {
  register<Message>(kind: UpMessageKind<Message>): void
  /** Never throws on what a device sent; what cannot be read is counted and told to the log. */
  hear(deviceId: DeviceId, payload: unknown): Promise<{ accepted: boolean; answer: UpAnswer }>
}

const anyMessage = z.object({ kind: z.string().max(50) })

export function openUpMessages({ log }: { log: Logger }): UpMessages {
  const kinds = new Map<string, UpMessageKind<unknown>>()
  return {
    register: kind => {
      if (kinds.has(kind.kind)) throw new Error(`a second kind ${kind.kind}`)
      kinds.set(kind.kind, kind)
    },
    hear: async (deviceId, payload) => {
      const kind = kinds.get(anyMessage.safeParse(payload).data?.kind ?? '')
      const message = kind?.schema.safeParse(payload)
      if (!kind || !message?.success) {
        log.warn({ deviceId, issues: message?.error?.issues.slice(0, 3) }, 'a message of a device could not be read')
        return { accepted: false, answer: null }
      }
      return { accepted: true, answer: await kind.hear(deviceId, message.data) }
    },
  }
}
