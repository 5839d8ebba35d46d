/** The connections: the lines devices come in on, their frames and limits, and which line is whose. */
export type { DeviceLine } from './device-line.ts'
export {
  acceptWebSockets,
  type AddressOf,
  type DeviceListener,
  listenForDevices,
  type ListenOptions,
} from './device-listener.ts'
export * from './device-sessions.ts'
export type { DeviceStream, StreamFault } from './device-stream.ts'
export * from './listeners.ts'
