/** How a device becomes ours: its claim code, its secret, and how it proves itself afterwards. */
export { attemptLimit } from './attempt-limit.ts'
export { type ClaimCode, issueClaimCode } from './claim-code.ts'
export { accountsOfDevices, readSecretHash } from './claim-store.ts'
export { claimDevice } from './claim-device.ts'
export * from './device-secret.ts'
export * from './identify-device.ts'
