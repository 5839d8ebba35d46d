/** The audit trail over the wire. */
export * from './audit-contract.ts'
