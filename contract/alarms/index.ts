/** The alarm on the wire, the quiet self-test of a device, and what people may do about an alarm. */
export * from './alarm.ts'
export * from './alarms-contract.ts'
export * from './self-test.ts'
