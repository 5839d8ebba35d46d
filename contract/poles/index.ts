/** The code of a pole and what citizens told there; the form they fill in. */
export * from './pole-form.ts'
export * from './poles-contract.ts'
