import { Readable } from 'node:stream'

/*
 * What aedes is given to remember with. Sessions are clean, QoS 2 is refused, wills are dropped, and our own index holds
 * subscriptions and retained messages, so aedes has nothing to remember: no queue can grow for a device that is away.
 */

/** In place of `aedes-persistence`. */
export const nothingPersisted = {
  async setup() {},
  async storeRetained() {},
  createRetainedStreamCombi: () => Readable.from([]),
  async addSubscriptions() {},
  async removeSubscriptions() {},
  async subscriptionsByClient() {
    return []
  },
  async subscriptionsByTopic() {
    return []
  },
  async cleanSubscriptions() {},
  async outgoingEnqueue() {},
  async outgoingEnqueueCombi() {},
  async outgoingUpdate() {},
  async outgoingClearMessageId() {},
  outgoingStream: () => Readable.from([]),
  async incomingStorePacket() {},
  async incomingGetPacket() {
    throw new Error('no such packet')
  },
  async incomingDelPacket() {},
  async cleanIncoming() {},
  async putWill() {},
  async delWill() {},
  streamWill: () => Readable.from([]),
}

type Done = (() => void) | undefined

/** In place of `mqemitter`: nothing is fanned out by aedes. */
export const nothingEmitted = {
  on: (_topic: string, _deliver: unknown, done: Done) => done?.(),
  removeListener: (_topic: string, _deliver: unknown, done: Done) => done?.(),
  emit: (_packet: unknown, done: Done) => done?.(),
  close: (done: Done) => done?.(),
}
