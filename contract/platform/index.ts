/** The fields every schema is made of. */
export * from './fields.ts'
