/** Sign-in, accounts and the roles they hold. */
export * from './accounts-contract.ts'
export * from './identity-fields.ts'
export * from './refusals.ts'
export * from './session-contract.ts'
export * from './unit-sets-contract.ts'
