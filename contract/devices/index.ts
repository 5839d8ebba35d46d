/** What a device and the server say to each other (docs/device-protocol.md), and how people keep devices. */
export * from './device-refusal-words.ts'
export * from './devices-contract.ts'
export * from './group-contract.ts'
export * from './messages.ts'
export * from './refusals.ts'
