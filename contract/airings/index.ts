/** The airing on the wire, and what people read of it. */
export * from './airings-contract.ts'
export * from './airing.ts'
