/** The media library: what a file of it is, and who may keep one. */
export * from './media-item.ts'
export * from './rights.ts'
