/** Accounts, the roles they hold in units, and what guards their sign-in. */
export * from './account-order.ts'
export * from './account.ts'
export * from './lockout.ts'
export * from './password.ts'
export * from './rights.ts'
export * from './session.ts'
export * from './unit-set.ts'
