/** The media library over the wire, and what may be said about files that come in. */
export * from './library-refusals.ts'
export * from './media-contract.ts'
export * from './media-fields.ts'
