/** What every part of the contract is made of: fields, pages, access and refusals. */
export * from './fields.ts'
export * from './operation.ts'
export * from './page.ts'
export * from './refusal.ts'
export * from './refusals.ts'
export * from './text.ts'
