/** The media library: files that come in resumably, are scanned, checked and kept, and go out by their hash. */
export * from './keep-sound.ts'
export * from './open-media.ts'
export type { Publication } from './serve-files.ts'
export { findFile, findReadyItem, type StoredFile } from './store.ts'
