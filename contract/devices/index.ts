/** What a device and the server say to each other; described for makers in docs/device-protocol.md. */
export * from './messages.ts'
